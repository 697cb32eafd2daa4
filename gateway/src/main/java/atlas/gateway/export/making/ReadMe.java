package atlas.gateway.export.making;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import atlas.gateway.export.ExportedFile;

/** The page that goes with the files, for people. */
final class ReadMe {

    static final String NAME = "README.txt";

    private ReadMe() {
    }

    static String of(Colophon colophon, List<ExportedFile> files) throws IOException {
        Map<String, String> words = Map.of("version", colophon.cut().version(), "asOf", colophon.cut().asOf().toString(),
                "knownAt", colophon.cut().knownAt().toString(), "citation", colophon.citation(), "license",
                colophon.license().title(), "licenseUrl", colophon.license().url().toString(), "files",
                files.stream().map(file -> "  %-22s %s".formatted(file.name(), file.title()))
                        .collect(Collectors.joining("\n")));
        String text = template();
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{" + word.getKey() + "}", word.getValue());
        }
        return text;
    }

    private static String template() throws IOException {
        try (InputStream in = ReadMe.class.getResourceAsStream("/exports/" + NAME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
