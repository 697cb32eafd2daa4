package atlas.gateway.export.making;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.export.ExportedFile;
import atlas.gateway.export.making.ExportTable.Reference;
import atlas.gateway.format.TableSchema;

/** Describes files of a set as a Data Package (Frictionless, version 2). */
final class DataPackage {

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private final JsonNode document;
    private final List<ExportTable> tables;
    private final ObjectNode descriptor;

    private DataPackage(JsonNode document, List<ExportTable> tables) {
        this.document = document;
        this.tables = tables;
        this.descriptor = ((ObjectNode) document).objectNode();
    }

    /** @param files those that are in it */
    static ObjectNode of(Colophon colophon, JsonNode document, List<ExportTable> tables, List<ExportedFile> files) {
        DataPackage made = new DataPackage(document, tables);
        made.describe(colophon);
        ArrayNode resources = made.descriptor.putArray("resources");
        files.forEach(file -> made.add(resources.addObject(), file));
        return made.descriptor;
    }

    private void describe(Colophon colophon) {
        descriptor.put("$schema", PROFILES + "datapackage.json").put("name", "sanctuary-atlas").put("id", colophon.id())
                .put("title", "Sanctuary Atlas: county policies and state laws on cooperation with ICE")
                .put("description", colophon.description()).put("version", colophon.cut().version())
                .put("created", colophon.cut().created().toString()).put("asOf", colophon.cut().asOf().toString())
                .put("knownAt", colophon.cut().knownAt().toString()).put("citation", colophon.citation());
        if (colophon.homepage() != null) {
            descriptor.put("homepage", colophon.homepage());
        }
        descriptor.putArray("keywords").add("counties").add("immigration").add("local policy").add("United States");
        descriptor.putArray("licenses").addObject().put("name", colophon.license().name())
                .put("title", colophon.license().title()).put("path", colophon.license().url().toString());
        ArrayNode sources = descriptor.putArray("sources");
        Colophon.SOURCES.forEach(source -> sources.addObject().put("title", source));
        descriptor.putArray("contributors").addObject().put("title", colophon.publisher()).putArray("roles")
                .add("publisher");
    }

    private void add(ObjectNode resource, ExportedFile file) {
        resource.put("name", file.name().replace('.', '-')).put("path", file.name()).put("title", file.title())
                .put("format", file.format()).put("mediatype", file.mediaType()).put("encoding", "utf-8")
                .put("bytes", file.plain().bytes()).put("hash", "sha256:" + file.plain().sha256());
        tables.stream().filter(table -> table.csv().equals(file.name())).findFirst()
                .ifPresent(table -> addTable(resource, table));
    }

    private void addTable(ObjectNode resource, ExportTable table) {
        resource.put("name", table.name()).put("type", "table");
        resource.putObject("dialect").put("$schema", PROFILES + "tabledialect.json").put("delimiter", ",")
                .put("lineTerminator", "\r\n").put("quoteChar", "\"").put("doubleQuote", true).put("header", true);
        ObjectNode schema = resource.putObject("schema").put("$schema", PROFILES + "tableschema.json");
        schema.set("fields", TableSchema.fields(document, table.schema(), table.columns(document)));
        schema.putArray("missingValues").add("");
        table.keys().primary().forEach(schema.putArray("primaryKey")::add);
        for (Reference reference : table.keys().references()) {
            ObjectNode key = schema.withArrayProperty("foreignKeys").addObject();
            reference.fields().forEach(key.putArray("fields")::add);
            ObjectNode there = key.putObject("reference").put("resource", reference.table());
            reference.there().forEach(there.putArray("fields")::add);
        }
    }

    /** What the tables hold of any state: when it is another, the same state makes other files. */
    static String layout(JsonNode document, List<ExportTable> tables) {
        return tables.stream().map(table -> table.name() + table.title() + table.keys()
                + TableSchema.fields(document, table.schema(), table.columns(document))).collect(Collectors.joining("\n"));
    }
}
