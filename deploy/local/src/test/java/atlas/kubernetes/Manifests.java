package atlas.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The files of a folder of {@code deploy/kubernetes}, and of the folders in it. */
record Manifests(List<Manifest> all) {

    static final Path ROOT = Path.of(System.getProperty("atlas.home"), "deploy", "kubernetes");
    static final List<String> SERVICES = List.of("gateway", "county-service", "state-law-service", "scoring-service");

    private static final YAMLMapper YAML = YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    static Manifests in(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return new Manifests(files.filter(file -> file.toString().endsWith(".yaml")).sorted()
                    .flatMap(file -> read(file).stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Manifest> read(Path file) {
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll().stream().map(content -> new Manifest(file, content)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    List<Manifest> of(String kind) {
        return all.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
    }

    Manifest one(String kind, String name) {
        return of(kind).stream().filter(manifest -> manifest.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    /** The lines of a file of settings, in their order, without those that are comments. */
    static List<String[]> settings(String file) {
        try {
            return Files.readAllLines(ROOT.resolve(file)).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
