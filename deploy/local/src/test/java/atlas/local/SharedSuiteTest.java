package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.SelectClasses;

/** What is not run on its own is run with others. */
class SharedSuiteTest {

    private static final Path BUILD = Path.of(System.getProperty("atlas.home"), "deploy/local/pom.xml");
    private static final Pattern LEFT_OUT = Pattern.compile("<exclude>\\*\\*/(\\w+)\\.java</exclude>");

    @Test
    void leavesNoTestOut() throws IOException {
        Set<String> leftOut = LEFT_OUT.matcher(Files.readString(BUILD)).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> selected = Stream.of(AtAnEmptySuiteIT.class, AtTheReportsSuiteIT.class)
                .flatMap(group -> Stream.of(group.getAnnotation(SelectClasses.class).value())).map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(selected, leftOut);
    }
}
