package io.orbita.programs.selection;

import io.orbita.programs.template.Place;

/** Where a client trains, as they say. */
public enum Setting {
    HOME(Place.HOME, "дома"),
    GYM(Place.GYM, "в зале"),
    /** A home template with the bars of a sports ground. */
    OUTDOORS(Place.HOME, "на улице");

    private final Place place;
    private final String text;

    Setting(Place place, String text) {
        this.place = place;
        this.text = text;
    }

    /** Which templates serve it. */
    public Place place() {
        return place;
    }

    /** «дома», «в зале», «на улице». */
    public String text() {
        return text;
    }
}
