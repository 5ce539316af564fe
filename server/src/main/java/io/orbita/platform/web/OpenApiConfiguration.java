package io.orbita.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract as it is served and kept in {@code api/openapi.json}: the same names as on the wire. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig()
                .replaceWithClass(Money.class, WrittenMoney.class)
                .replaceWithSchema(JsonNode.class, new ObjectSchema())
                .replaceWithSchema(ObjectNode.class, new ObjectSchema())
                .replaceWithSchema(BusinessId.class, new IntegerSchema().format("int64"));
    }

    /** Money as it is written. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "Money")
    private record WrittenMoney(
            @io.swagger.v3.oas.annotations.media.Schema(
                    pattern = "^-?\\d{1,12}(\\.\\d{1,2})?$",
                    example = "2990.00",
                    requiredMode = RequiredMode.REQUIRED)
            String amount,

            @io.swagger.v3.oas.annotations.media.Schema(
                    pattern = "^[A-Z]{3}$",
                    example = "RUB",
                    requiredMode = RequiredMode.REQUIRED)
            String currency) {}

    @Bean
    AnswerNullness answerNullness() {
        return new AnswerNullness();
    }

    @Bean
    ModelResolver modelResolver(AnswerNullness nullness) {
        return new ModelResolver(
                Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE),
                new RoomNames()) {
            @Override
            public @Nullable Schema<?> resolve(
                    AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
                if (annotated.getType() != null) {
                    JavaType type = _mapper.constructType(annotated.getType());
                    nullness.met(_typeName(type), type.getRawClass());
                }
                return super.resolve(annotated, context, next);
            }
        };
    }

    /** Two rooms may use the same word for different things: a schema is named by its room, its enclosing class and itself. */
    private static final class RoomNames extends TypeNameResolver {
        private static final String HOUSE = "io.orbita.";

        @Override
        protected String getNameOfClass(Class<?> type) {
            if (!type.getName().startsWith(HOUSE) || type.getName().startsWith(HOUSE + "platform.")) {
                return super.getNameOfClass(type);
            }
            String room = type.getName().substring(HOUSE.length()).replaceFirst("\\..*", "");
            Class<?> around = type.getEnclosingClass();
            return Character.toUpperCase(room.charAt(0))
                    + room.substring(1)
                    + (around == null ? "" : around.getSimpleName().replace("Controller", ""))
                    + type.getSimpleName();
        }
    }

    @Bean
    OpenAPI contract() {
        return new OpenAPI()
                .servers(List.of(new Server().url("/")))
                .info(new Info()
                        .title("Orbita")
                        .version("1")
                        .description("Errors are RFC 9457 problems; see docs/errors.md for the codes."))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }
}
