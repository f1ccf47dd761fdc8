// PdfJudge FLAVOURS FILE.pdf …: veraPDF's verdict on each file for each flavour (2a,ua1).
//
// One line per verdict: PASS or FAIL, flavour, file, remark, separated by tabs; the rules that a
// file breaks follow, each in a line that begins with a tab. Exit status 0 only if all passed.
//
// The jar was cut down by those who ship it: it has no JAXB, without which veraPDF finds none of
// its own profiles and says so only in its log. Hence `Profile` reads them from their XML.

import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public final class PdfJudge {
    /** How many failed checks are collected at most. */
    private static final int FAILURES = 10_000;

    private static PrintStream out;

    public static void main(String[] args) throws Exception {
        out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setProperty("java.awt.headless", "true");
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = args.length >= 2;
        List<Profile> profiles = new ArrayList<>();
        for (String name : args[0].split(",")) profiles.add(new Profile(PDFAFlavour.byFlavourId(name)));
        for (int i = 1; i < args.length; i++)
            for (Profile profile : profiles) good &= judge(new File(args[i]), profile);
        System.exit(good ? 0 : 1);
    }

    private static boolean judge(File file, Profile profile) {
        PDFAFlavour flavour = profile.flavour;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
             PDFAValidator validator =
                 Foundries.defaultInstance().createValidator(profile.rules, FAILURES, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            // A run that checked nothing is no pass.
            boolean whole = result.getPDFAFlavour() == flavour && result.getTotalAssertions() > 0
                && "normal".equalsIgnoreCase(String.valueOf(result.getJobEndStatus()));
            Map<RuleId, Integer> failed = result.getFailedChecks();
            boolean passed = whole && result.isCompliant() && failed.isEmpty();
            say(passed, flavour, file, profile.rules.getRules().size() + " rules, "
                + result.getTotalAssertions() + " checks, " + failed.size() + " rules broken"
                + (whole ? "" : ", ended early: " + result.getJobEndStatus()));
            explain(result);
            return passed;
        } catch (Exception | LinkageError | StackOverflowError error) {
            say(false, flavour, file, error.toString());
            return false;
        }
    }

    private static void say(boolean passed, PDFAFlavour flavour, File file, String remark) {
        out.println((passed ? "PASS" : "FAIL") + "\t" + flavour.getId() + "\t" + file.getPath() + "\t"
            + oneLine(remark));
    }

    /** The first place at which each rule is broken. */
    private static void explain(ValidationResult result) {
        Map<String, TestAssertion> first = new TreeMap<>();
        for (TestAssertion check : result.getTestAssertions())
            if (check.getStatus() == TestAssertion.Status.FAILED)
                first.putIfAbsent(check.getRuleId().getClause() + " test " + check.getRuleId().getTestNumber(), check);
        first.forEach((rule, check) -> out.println("\t" + rule + ": " + oneLine(check.getMessage()) + " at "
            + oneLine(check.getLocation() == null ? "?" : check.getLocation().getContext())));
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").trim();
    }

    /** A validation profile, read from the XML in the jar. */
    private static final class Profile {
        final PDFAFlavour flavour;
        final ValidationProfile rules;

        Profile(PDFAFlavour flavour) throws Exception {
            this.flavour = flavour;
            Element root = read(path(flavour));
            Set<Rule> rules = new HashSet<>();
            List<Element> elements = children(child(root, "rules"), "rule");
            for (Element rule : elements) rules.add(rule(rule));
            if (rules.isEmpty() || rules.size() != elements.size() || !flavour.name().equals(root.getAttribute("flavour")))
                throw new IllegalStateException("the profile of " + flavour + " was not read whole");
            Set<Variable> variables = new HashSet<>();
            for (Element variable : children(child(root, "variables"), "variable"))
                variables.add(Profiles.variableFromValues(attribute(variable, "name"), attribute(variable, "object"),
                    text(variable, "defaultValue"), text(variable, "value")));
            Element details = child(root, "details");
            this.rules = Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(text(details, "name"), text(details, "description"),
                    attribute(details, "creator"), new Date(0)),
                "", rules, variables);
        }

        /** Where the jar keeps a profile: known to a method that is not public. */
        private static String path(PDFAFlavour flavour) throws Exception {
            Method path = Class.forName("org.verapdf.pdfa.validation.profiles.ProfileDirectoryImpl")
                .getDeclaredMethod("getProfilePath", PDFAFlavour.class);
            path.setAccessible(true);
            return (String) path.invoke(null, flavour);
        }

        private static Element read(String path) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            ClassLoader loader = Profiles.class.getClassLoader();
            try (InputStream near = Profiles.class.getResourceAsStream(path);
                 InputStream stream = near != null ? near : loader.getResourceAsStream(path)) {
                return factory.newDocumentBuilder().parse(stream).getDocumentElement();
            }
        }

        private static Rule rule(Element rule) {
            Element id = child(rule, "id");
            RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
            Element error = child(rule, "error");
            List<ErrorArgument> arguments = new ArrayList<>();
            for (Element argument : children(error == null ? null : child(error, "arguments"), "argument"))
                arguments.add(new Argument(argument.getTextContent(), attribute(argument, "name"), null));
            List<Reference> references = new ArrayList<>();
            for (Element reference : children(child(rule, "references"), "reference"))
                references.add(Profiles.referenceFromValues(
                    reference.getAttribute("specification"), reference.getAttribute("clause")));
            String deferred = attribute(rule, "deferred");
            return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"),
                deferred == null ? null : Boolean.valueOf(deferred), attribute(rule, "tags"),
                text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(error == null ? "" : text(error, "message"), arguments), references);
        }

        private static Element child(Element parent, String name) {
            List<Element> found = children(parent, name);
            return found.isEmpty() ? null : found.get(0);
        }

        private static List<Element> children(Element parent, String name) {
            List<Element> found = new ArrayList<>();
            for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling())
                if (node instanceof Element element && name.equals(element.getLocalName())) found.add(element);
            return found;
        }

        private static String text(Element parent, String name) {
            Element found = child(parent, name);
            return found == null ? "" : found.getTextContent();
        }

        private static String attribute(Element element, String name) {
            return element.hasAttribute(name) ? element.getAttribute(name) : null;
        }
    }

    /** What a rule's message is filled with: an expression over the object that was checked. */
    private record Argument(String getArgument, String getName, String getArgumentValue) implements ErrorArgument {}
}
