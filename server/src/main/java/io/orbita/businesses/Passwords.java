package io.orbita.businesses;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Password hashes (bcrypt, with the algorithm's name in front so that it can change). */
@Component
class Passwords {
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobody = hash("nobody has this password");

    final String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Takes as long as a real comparison, so that time does not tell which names exist. */
    void waste(String password) {
        encoder.matches(password, nobody);
    }
}
