package atlas.service.csv;

/** Keeps a spreadsheet program from taking text for a formula: such text gets an apostrophe before it. */
public final class FormulaText {

    private static final String STARTS = "=+-@\t\r\0";

    private FormulaText() {
    }

    public static String escape(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** Takes off again what {@link #escape} put before it. */
    public static String unescape(String text) {
        return text.startsWith("'") && isFormula(text) ? text.substring(1) : text;
    }

    /** A formula, or one that has apostrophes before it already. */
    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
