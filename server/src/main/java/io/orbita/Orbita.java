package io.orbita;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole of Orbita: one process, one database. */
@SpringBootApplication
public class Orbita {
    public static void main(String[] args) {
        SpringApplication.run(Orbita.class, args);
    }
}
