package atlas.gateway.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a stand-in was told to answer, and what it was asked since. */
final class Told {

    static final String CONTROL = "/stand-in";

    private final Map<String, JsonObject> answers = new ConcurrentHashMap<>();
    private final List<JsonObject> asked = new CopyOnWriteArrayList<>();

    /** A test tells what to answer, or asks what was asked. */
    void control(HttpServerRequest request, Buffer body) {
        switch (request.method().name()) {
            case "PUT" -> answers.put(body.toJsonObject().getString("request"), body.toJsonObject());
            case "DELETE" -> {
                answers.clear();
                asked.clear();
            }
            default -> {
                // only asks
            }
        }
        request.response().putHeader("Content-Type", "application/json").end(new JsonArray(asked).encode());
    }

    /** False when it was told nothing about the request. */
    boolean answer(HttpServerRequest request, JsonObject echo) {
        JsonObject told = answers.get(request.method() + " " + request.path());
        if (told == null) {
            return false;
        }
        asked.add(echo);
        if (told.getBoolean("away", false)) {
            request.connection().close();
            return true;
        }
        HttpServerResponse response = request.response().setStatusCode(told.getInteger("status", 200));
        response.putHeader("Content-Type", response.getStatusCode() < 400 ? "application/json" : "application/problem+json");
        response.end(told.containsKey("items") ? page(told.getJsonArray("items"), request).encode() : told.getString("body"));
        return true;
    }

    /** As the services do it: ids in their order, from the one on that is asked for. */
    private static JsonObject page(JsonArray all, HttpServerRequest request) {
        String after = request.getParam("after");
        int limit = Integer.parseInt(request.getParam("limit"));
        boolean newestFirst = all.size() > 1 && id(all, 0).toString().compareTo(id(all, all.size() - 1).toString()) > 0;
        List<Object> items = all.stream().map(JsonObject.class::cast)
                .filter(item -> after == null || isBehind(item.getValue("id"), after, newestFirst)).map(Object.class::cast)
                .toList();
        return new JsonObject().put("items", new JsonArray(items.stream().limit(limit).toList())).put("total", all.size())
                .put("next", items.size() > limit ? "more" : null);
    }

    private static Object id(JsonArray all, int index) {
        return all.getJsonObject(index).getValue("id");
    }

    private static boolean isBehind(Object id, String after, boolean newestFirst) {
        return id instanceof Number number ? number.longValue() < Long.parseLong(after)
                : id.toString().compareTo(after) > 0 != newestFirst && !id.toString().equals(after);
    }
}
