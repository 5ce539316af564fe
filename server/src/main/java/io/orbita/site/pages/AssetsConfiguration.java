package io.orbita.site.pages;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves the styles, the script and the fonts of the site under names that carry the hash of their content, and the files of the pages that live in the browser, whose build does the same. */
@Configuration(proxyBeanMethods = false)
class AssetsConfiguration implements WebMvcConfigurer {
    static final String PATH = "/site-assets/";

    /** Where the pages that live in the browser have their files. */
    static final String APP = "/public/";

    private final String built;

    AssetsConfiguration(@Value("${orbita.web:classpath:/static/}") String built) {
        this.built = built;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PATH + "**")
                .addResourceLocations("classpath:/site/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler(APP + "assets/**")
                .addResourceLocations(built + "public/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler(APP + "**")
                .addResourceLocations(built + "public/")
                .setCacheControl(CacheControl.noCache());
    }
}
