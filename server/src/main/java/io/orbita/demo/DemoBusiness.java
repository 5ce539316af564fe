package io.orbita.demo;

import io.orbita.businesses.Business;
import org.springframework.stereotype.Component;

/** What a sample business sells, laid out through the public doors; laying it out twice changes nothing. */
@Component
class DemoBusiness {
    void layOut(Business business) {
        // Tariffs and promo codes come with the catalog.
    }
}
