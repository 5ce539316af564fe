package io.orbita.programs.content;

/** Russian numbers with their nouns. */
final class Words {
    private Words() {}

    /** «1 тренировка», «3 тренировки», «5 тренировок». */
    static String count(long number, String one, String few, String many) {
        long tens = number % 100;
        long units = number % 10;
        String noun = tens >= 11 && tens <= 14 ? many : units == 1 ? one : units >= 2 && units <= 4 ? few : many;
        return number + " " + noun;
    }

    /** «на 1 неделю», «на 4 недели», «на 12 недель». */
    static String forWeeks(int weeks) {
        return "на " + count(weeks, "неделю", "недели", "недель");
    }
}
