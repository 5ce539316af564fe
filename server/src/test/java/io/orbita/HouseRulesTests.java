package io.orbita;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.orbita", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {
    private static final Set<String> TIME_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.LocalTime");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES = noClasses()
            .should()
            .haveNameMatching(".*(Service|Manager|Impl|Utils?|Helper)$")
            .because("such a name bears no intent: say what it does");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION =
            noFields().should().beAnnotatedWith(Autowired.class).because("a constructor shows what a class needs");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_HIDDEN = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .because("nobody but the web calls a controller");

    @ArchTest
    static final ArchRule THE_CLOCK_IS_INJECTED = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("reads the wall clock past the injected Clock") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return (call.getTarget().getName().equals("now")
                                    && TIME_TYPES.contains(call.getTargetOwner().getName())
                                    && call.getTarget().getRawParameterTypes().isEmpty())
                            || (call.getTarget().getName().equals("currentTimeMillis")
                                    && call.getTargetOwner().getName().equals("java.lang.System"));
                }
            })
            .because("tests tick the clock, and so does the sandbox");

    @ArchTest
    static final ArchRule FEW_COLLABORATORS = classes()
            .that()
            .areNotRecords()
            .should(new ArchCondition<>("have at most seven collaborators") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getConstructors().stream()
                            .filter(constructor ->
                                    type.isMetaAnnotatedWith(org.springframework.stereotype.Component.class)
                                            && constructor.getRawParameterTypes().stream()
                                                            .filter(parameter -> !parameter.isPrimitive()
                                                                    && !parameter
                                                                            .getName()
                                                                            .equals("java.lang.String"))
                                                            .count()
                                                    > 7)
                            .forEach(constructor -> events.add(
                                    SimpleConditionEvent.violated(type, type.getName() + " has more than seven")));
                }
            })
            .because("what needs more does more than one thing");
}
