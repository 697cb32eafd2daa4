package atlas.local.push;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An answer that says no, as a person reads it. */
record Refusal(int status, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 3_000;

    PushFailedException about(String what) {
        return new PushFailedException(what + ": " + meaning() + " (" + status + "): " + reason() + advice());
    }

    private String meaning() {
        return switch (status) {
            case 400 -> "the request or the file is not valid";
            case 401 -> "the key is not valid";
            case 403 -> "the key does not allow it";
            case 404 -> "there is none for this key";
            case 413 -> "the file is too large";
            case 415 -> "the file's format is not taken";
            case 429 -> "too many requests";
            default -> status >= 500 ? "the server cannot answer" : "the server refuses";
        };
    }

    private String advice() {
        return switch (status) {
            case 401 -> " Check the file of --key, or ATLAS_KEY: the key may have ended or been revoked.";
            case 403 -> " Sending and cancelling need the scope policies:write, confirming submissions:review; admin has both.";
            case 413 -> " Taken by default: 50 MiB and 500,000 rows; of a spreadsheet 5 MiB and 20,000 rows. Split the file.";
            case 415 -> " Name the format with --format json, ndjson, csv or xlsx.";
            default -> "";
        };
    }

    /** The problem's detail, and the fields that it names. */
    private String reason() {
        try {
            JsonNode problem = JSON.readTree(body);
            StringBuilder reason = new StringBuilder(problem.path("detail").asText(problem.path("title").asText()));
            for (JsonNode error : problem.path("errors")) {
                reason.append("; ").append(error.path("field").asText()).append(": ").append(error.path("message").asText());
            }
            return ended(reason.toString());
        } catch (IOException e) {
            return ended(body.replaceAll("\\p{Cntrl}+", " ").strip());
        }
    }

    private static String ended(String text) {
        String some = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return some.isEmpty() || some.endsWith(".") ? some : some + ".";
    }
}
