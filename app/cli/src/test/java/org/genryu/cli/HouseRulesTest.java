package org.genryu.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genryu.cli.circle.Outer;
import org.genryu.cli.circle.inner.Inner;
import org.junit.jupiter.api.Test;

/// The rules of the house that can be seen in the compiled classes. Each rule is also shown to fail on a class that
/// breaks it.
class HouseRulesTest {
    /// The rooms in the order in which data walk through them. `case` is a Java keyword: its package is `casefile`.
    private static final List<String> ROOMS = List.of(
            "core",
            "solve",
            "geo",
            "store",
            "evidence",
            "casefile",
            "balance",
            "stress",
            "value",
            "share",
            "plan",
            "results",
            "study",
            "report",
            "cases");
    private static final Set<String> DOORS = Set.of("cli", "web", "spark");
    private static final Set<String> FOR_TESTS = Set.of("laws", "testkit");

    /// Modules that the default build leaves out or that nothing depends on.
    private static final Set<String> APART = Set.of("bench", "spark");

    /// What makes something for the house and is not shipped: the modules below `tools`.
    private static final String TOOLS = "tools";

    private static final String HOUSE = "org.genryu.";

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.genryu");

    @Test
    void everyRoomWithSourcesMustHaveBeenScanned() {
        Set<String> written = House.files(".java").stream()
                .map(House::name)
                .filter(name -> name.contains("/src/main/java/org/genryu/") && !name.endsWith("package-info.java"))
                .map(name -> name.replaceFirst(".*/org/genryu/", "").split("/")[0])
                .filter(room -> !APART.contains(room))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> scanned =
                HOUSE_CLASSES.stream().map(HouseRulesTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).contains("core", "solve", "balance");
        assertThat(scanned).containsAll(written);
        assertThat(HOUSE_CLASSES.size()).isGreaterThan(100);
    }

    @Test
    void everyRoomMustHaveItsPlaceInTheOrder() {
        assertThat(HOUSE_CLASSES.stream().map(HouseRulesTest::room).distinct())
                .allMatch(room ->
                        ROOMS.contains(room) || DOORS.contains(room) || FOR_TESTS.contains(room) || room.equals(TOOLS));
    }

    private static ArchRule leftNeverRight() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("look left, never right") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getDirectDependenciesFromSelf().stream()
                        .filter(to -> to.getTargetClass().getPackageName().startsWith(HOUSE))
                        .filter(to -> place(room(one)) < place(room(to.getTargetClass())))
                        .forEach(to -> events.add(SimpleConditionEvent.violated(one, to.getDescription())));
            }
        });
    }

    @Test
    void aRoomMustLookLeftNeverRight() {
        leftNeverRight().check(HOUSE_CLASSES);
    }

    private static ArchRule noTools() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are no tools", one -> !room(one).equals(TOOLS)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + TOOLS + "..");
    }

    /// The build, too, must not put a tool beside the program: what its own descriptions of modules hand on to
    /// others.
    private static List<String> toolsHandedOn(String pom) {
        return Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL)
                .matcher(pom.replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", ""))
                .results()
                .map(MatchResult::group)
                .filter(dependency -> dependency.contains(">genryu-" + TOOLS + "-"))
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .toList();
    }

    @Test
    void nothingThatIsShippedMayDependOnATool() {
        noTools().check(HOUSE_CLASSES);
        List<Path> poms = House.files("pom.xml").stream()
                .filter(pom -> !House.name(pom).startsWith(TOOLS + "/"))
                .toList();
        assertThat(poms).extracting(House::name).contains("pom.xml", "cases/pom.xml", "app/cli/pom.xml");
        assertThat(poms)
                .allSatisfy(pom -> assertThat(toolsHandedOn(String.join("\n", House.lines(pom))))
                        .isEmpty());
        String tool = "<dependency><groupId>org.genryu</groupId><artifactId>genryu-tools-cases</artifactId>";
        assertThat(toolsHandedOn(tool + "</dependency>" + tool + "<scope>test</scope></dependency>"))
                .containsExactly(tool + "</dependency>");
    }

    @Test
    void roomsMustNotGoInCircles() {
        slices().matching("org.genryu.(*)..").should().beFreeOfCycles().check(HOUSE_CLASSES);
    }

    /// Every package is a slice of its own, also one that stands inside another.
    private static ArchRule noCirclesOfPackages() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass one) {
                        return SliceIdentifier.of(one.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    @Test
    void packagesOfARoomMustNotGoInCircles() {
        noCirclesOfPackages().check(HOUSE_CLASSES);
        JavaClasses circle = new ClassFileImporter().importClasses(Outer.class, Inner.class);
        assertThat(noCirclesOfPackages().evaluate(circle).hasViolation()).isTrue();
    }

    private static ArchRule noStreams() {
        return noClasses().that(areInRoomsOrTools()).should(ACCESS_STANDARD_STREAMS);
    }

    @Test
    void onlyTheDoorsMayUseStandardStreams() {
        noStreams().check(HOUSE_CLASSES);
    }

    private static List<ArchRule> noStaticState() {
        return List.of(
                fields().that()
                        .areStatic()
                        .and()
                        .doNotHaveModifier(JavaModifier.SYNTHETIC)
                        .should()
                        .haveModifier(FINAL),
                noFields()
                        .that()
                        .areStatic()
                        .should()
                        .haveRawType(DescribedPredicate.describe(
                                "a type made to be changed",
                                type -> type.getName()
                                        .matches("java\\.util\\.(concurrent\\.(Concurrent.*|CopyOnWrite.*|atomic\\..*)"
                                                + "|ArrayList|.*HashMap|TreeMap|.*HashSet|TreeSet|ArrayDeque|BitSet|Random)"
                                                + "|java\\.lang\\.String(Builder|Buffer)"))));
    }

    @Test
    void nothingStaticMayChange() {
        noStaticState().forEach(rule -> rule.check(HOUSE_CLASSES));
    }

    private static ArchRule noUnseededRandomness() {
        return noClasses()
                .should()
                .callMethodWhere(target(nameMatching("random|randomUUID"))
                        .and(target(owner(DescribedPredicate.describe(
                                "Math or UUID",
                                type -> type.getName().matches("java\\.lang\\.(Strict)?Math|java\\.util\\.UUID"))))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom");
    }

    @Test
    void nothingMayBeRandomWithoutASeed() {
        noUnseededRandomness()
                .check(HOUSE_CLASSES.that(DescribedPredicate.describe(
                        "are not what must not be guessed",
                        one -> !one.getName().equals("org.genryu.web.http.SecretToken"))));
    }

    private static ArchRule noClock() {
        return noClasses()
                .that(areInRoomsOrTools())
                .should()
                .callMethodWhere(target(nameMatching("now|currentTimeMillis|systemUTC|systemDefaultZone"))
                        .and(target(owner(DescribedPredicate.describe(
                                "a clock", type -> type.getName().matches("java\\.(time\\..*|lang\\.System)"))))));
    }

    @Test
    void noResultMayDependOnTheDate() {
        noClock().check(HOUSE_CLASSES);
    }

    /// What Java does in the way of the reader's country unless told not to.
    private static ArchRule noReadersLocale() {
        return noClasses()
                .should()
                .callMethodWhere(localeMissing("java.lang.String", "toLowerCase|toUpperCase"))
                .orShould()
                .callMethodWhere(localeMissing("java.lang.String", "format"))
                .orShould()
                .callMethodWhere(localeMissing("java.io.Print(Stream|Writer)", "format|printf"))
                .orShould()
                .callMethodWhere(localeMissing("java.time.format.DateTimeFormatter", "ofPattern|ofLocalized.*"))
                .orShould()
                .callMethodWhere(
                        target(nameMatching("get.*Instance"))
                                .and(
                                        target(
                                                owner(
                                                        DescribedPredicate.describe(
                                                                "a format of numbers or an order of words",
                                                                type -> type.getName()
                                                                        .matches(
                                                                                "java\\.text\\.(NumberFormat|DecimalFormat|Collator|BreakIterator)"))))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.text\\.(DecimalFormat|SimpleDateFormat|MessageFormat)");
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> localeMissing(
            String type, String method) {
        return DescribedPredicate.describe(
                type + "." + method + " without a locale",
                call -> call.getTargetOwner().getName().matches(type)
                        && call.getName().matches(method)
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isEquivalentTo(java.util.Locale.class)));
    }

    @Test
    void nothingMayDependOnWhereTheReaderLives() {
        noReadersLocale()
                .check(HOUSE_CLASSES.that(DescribedPredicate.describe(
                        "are not of the bench, which people watch",
                        one -> !room(one).equals("bench"))));
    }

    /// Sums are made left of those who tell them: what a case and a balance hold in numbers is out of their reach.
    private static ArchRule tellersDoNotCount() {
        return noClasses()
                .should()
                .callMethodWhere(
                        target(
                                owner(
                                        DescribedPredicate.describe(
                                                "the quantities of a balance or the numbers of a case",
                                                type -> type.getName().equals("org.genryu.balance.Balance$Quantities")
                                                        || type.getName()
                                                                .matches(
                                                                        "org\\.genryu\\.casefile(\\.\\w+)*\\.SupplyCase\\$(Industry|Recipes|Processes|Operation"
                                                                                + "|Investment|Routes|Lane|Use|Demands|Returns|Bills|Sectors|Stock|Levels|Contents|Prices)")))));
    }

    @Test
    void whoTellsMustNotCount() {
        tellersDoNotCount()
                .check(HOUSE_CLASSES.that(DescribedPredicate.describe(
                        "tell", one -> Set.of("report", "cli").contains(room(one)))));
    }

    @Test
    void everyRuleMustBeAbleToFail() {
        JavaClasses culprit = new ClassFileImporter().importClasses(Culprit.class);
        for (ArchRule rule : List.of(
                noUnseededRandomness(),
                noStaticState().get(0),
                noStaticState().get(1),
                noReadersLocale(),
                tellersDoNotCount(),
                noTools())) {
            assertThat(rule.evaluate(culprit).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
        assertThat(noClasses().should(ACCESS_STANDARD_STREAMS).evaluate(culprit).hasViolation())
                .isTrue();
        assertThat(place("core")).isLessThan(place("solve"));
        assertThat(place("study")).isLessThan(place("cli"));
    }

    /// Top-level classes of the same name, in all rooms and tools together.
    private static List<String> wordsWithTwoMeanings(java.util.stream.Stream<String> sources) {
        return sources
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                .collect(Collectors.groupingBy(name -> name, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(name -> name.getValue() > 1)
                .map(name -> name.getKey().replace(".java", ""))
                .toList();
    }

    @Test
    void aWordMustNameOneClassInTheHouse() {
        assertThat(wordsWithTwoMeanings(House.files(".java").stream()
                        .map(House::name)
                        .filter(name -> name.contains("/src/main/java/"))))
                .isEmpty();
        assertThat(wordsWithTwoMeanings(java.util.stream.Stream.of(
                        "balance/src/main/java/Table.java", "case/src/main/java/Table.java")))
                .containsExactly("Table");
    }

    private static DescribedPredicate<JavaClass> areInRoomsOrTools() {
        return DescribedPredicate.describe(
                "are in a room or a tool",
                one -> ROOMS.contains(room(one)) || room(one).equals(TOOLS));
    }

    private static String room(JavaClass one) {
        return one.getPackageName().substring(HOUSE.length()).split("\\.")[0];
    }

    /// How far to the right a room is; doors and tools see everything.
    private static int place(String room) {
        return ROOMS.contains(room) ? ROOMS.indexOf(room) : ROOMS.size();
    }

    /// Breaks every rule.
    @SuppressWarnings({"UnusedMethod", "UnusedVariable", "NonFinalStaticField", "StringCaseLocaleUsage"})
    private static final class Culprit {
        static int count;
        static final java.util.ArrayList<String> KEPT = new java.util.ArrayList<>();

        static void act() {
            KEPT.add(org.genryu.tools.cases.AllianceCase.class.getName());
            count += (int) (Math.random() * 2);
            KEPT.add("I".toLowerCase());
            System.out.println(count);
        }

        static double served(org.genryu.balance.Balance balance) {
            return balance.quantities().served()[0][balance.of().use().demands().place()[0]];
        }
    }

    @Test
    void theOrderHereMustBeTheOrderOfTheBuild() {
        List<String> modules = House.lines(House.root().resolve("pom.xml")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                .map(name -> name.equals("case")
                        ? "casefile"
                        : Path.of(name).getFileName().toString())
                .filter(ROOMS::contains)
                .filter(name -> !name.equals("cases"))
                .toList();
        int[] order = modules.stream().mapToInt(ROOMS::indexOf).toArray();
        assertThat(Arrays.stream(order).sorted().toArray()).isEqualTo(order);
        assertThat(modules).contains("core", "study");
    }
}
