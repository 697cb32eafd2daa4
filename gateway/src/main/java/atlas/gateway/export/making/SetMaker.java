package atlas.gateway.export.making;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.export.ExportedFile;
import atlas.gateway.export.making.ExportTable.Source;
import atlas.gateway.export.making.Output.Form;
import atlas.gateway.format.ExactJson;

/** Writes the files of a state into a folder; a line of it is in memory at a time. */
@Singleton
class SetMaker {

    private static final String DESCRIPTOR = "datapackage.json";

    private final Sources sources;
    private final ExportTables tables;
    private final ObjectWriter lines;
    private final ObjectWriter pretty;
    private String layout;

    SetMaker(Sources sources, ExportTables tables, ExactJson json) {
        this.sources = sources;
        this.tables = tables;
        this.lines = json.writer();
        this.pretty = lines.withDefaultPrettyPrinter();
    }

    /** The files of a state, and in what its parts differ; empty when they hold the same. */
    record Made(List<ExportedFile> files, String differences) {
    }

    /** What files of any state would hold; the document is the same as long as we run. */
    String layout() {
        if (layout == null) {
            layout = DataPackage.layout(tables.document(), tables.all());
        }
        return layout;
    }

    Made make(Colophon colophon, Path folder) throws IOException {
        Tallies tallies = new Tallies();
        List<ExportedFile> files = new ArrayList<>();
        for (Source source : Source.values()) {
            files.addAll(write(source, colophon.cut(), folder, tallies));
        }
        List<ExportedFile> bundled = new ArrayList<>(files.stream().filter(file -> !file.format().equals("ndjson")).toList());
        ObjectNode descriptor = DataPackage.of(colophon, tables.document(), tables.all(), bundled);
        bundled.add(0, write(folder, new Form(DESCRIPTOR, "What each file holds, column by column", "json", "application/json"),
                pretty.writeValueAsString(descriptor) + "\n"));
        bundled.add(1, write(folder, new Form(ReadMe.NAME, "What to know before reading it", "txt", "text/plain"),
                ReadMe.of(colophon, bundled)));
        files.addAll(bundled.subList(0, 2));
        files.add(0, Bundle.of(folder, bundled, colophon.cut()));
        return new Made(files, tallies.differences(colophon.cut().knowledge()));
    }

    private List<ExportedFile> write(Source source, Cut cut, Path folder, Tallies tallies) throws IOException {
        List<SetFile> open = new ArrayList<>();
        try {
            for (ExportTable table : tables.all()) {
                if (table.source() == source) {
                    open.add(new TableFile(folder, tables.document(), table, lines));
                }
            }
            if (source == Source.COUNTIES) {
                open.add(1, new MapFile(folder, cut, sources.shapes(), lines));
            }
            Consumer<JsonNode> tally = tally(source, tallies);
            sources.read(source, cut, folder.resolve(".staged"), line -> {
                tally.accept(line);
                for (SetFile file : open) {
                    file.add(line);
                }
            });
        } finally {
            for (SetFile file : open) {
                file.close();
            }
        }
        return open.stream().flatMap(file -> file.finished().stream()).toList();
    }

    private static Consumer<JsonNode> tally(Source source, Tallies tallies) {
        return switch (source) {
            case COUNTIES -> line -> {
                // its first line tells what it rests on
            };
            case POLICIES -> tallies::policy;
            case LAWS -> tallies::law;
            case EVENTS -> tallies::event;
        };
    }

    private static ExportedFile write(Path folder, Form form, String text) throws IOException {
        Output out = new Output(folder, form);
        try (out) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.finished(null);
    }
}
