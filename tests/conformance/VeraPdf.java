import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Checks PDF files against veraPDF's own profiles: VeraPdf FLAVOURS FILE…, for example "ua1,3a" a.pdf b.pdf.
 *
 * Prints one tab-separated line per failure (fail, file number, flavour, clause, test number, message, place) and one
 * per finished check (done, file number, flavour, number of assertions); a file that veraPDF cannot open is a failure.
 * The "done" lines let the caller tell a clean file from one that was never looked at.
 */
public final class VeraPdf {
    private static final int MAX_FAILURES_SHOWN = 20;

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int number = 1; number < arguments.length; number++) {
            for (String flavour : arguments[0].split(",")) {
                check(out, number - 1, new File(arguments[number]), PDFAFlavour.fromString(flavour));
            }
        }
    }

    private static void check(PrintStream out, int number, File file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance()
                        .createValidator(flavour, MAX_FAILURES_SHOWN, false, true, false)) {
            var result = validator.validate(parser);
            for (TestAssertion failure : result.getTestAssertions()) {
                line(out, "fail", number, flavour.getId(), failure.getRuleId().getClause(),
                        failure.getRuleId().getTestNumber(), failure.getMessage(), failure.getLocation().getContext());
            }
            if (!result.isCompliant() && result.getTestAssertions().isEmpty()) {
                line(out, "fail", number, flavour.getId(), "", 0, "not compliant, no assertion given", "");
            }
            line(out, "done", number, flavour.getId(), result.getTotalAssertions());
        } catch (Exception problem) {
            line(out, "fail", number, flavour.getId(), "", 0, "cannot be checked: " + problem, "");
            line(out, "done", number, flavour.getId(), 0);
        }
    }

    private static void line(PrintStream out, Object... cells) {
        StringBuilder text = new StringBuilder();
        for (Object cell : cells) {
            text.append(text.length() == 0 ? "" : "\t").append(String.valueOf(cell).replaceAll("\\s+", " "));
        }
        out.println(text);
    }
}
