package io.orbita;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The whole of Orbita: one process, one database. Beans go by their full class names: two rooms may use the same word. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Orbita {
    public static void main(String[] args) {
        SpringApplication.run(Orbita.class, args);
    }
}
