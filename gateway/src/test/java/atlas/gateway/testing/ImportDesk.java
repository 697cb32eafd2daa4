package atlas.gateway.testing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** Takes long bodies and gives long answers, as the parameter {@code act} says, and tells afterwards what became of them. */
final class ImportDesk {

    static final String PATH = "/v1/imports";
    private static final Buffer ROWS = Buffer.buffer("51013,2019-12-17,LIMITS_ICE_HOLDS,adopted by the board\n".repeat(1_000));
    private static final int LONG = 400;
    private static final int LONGEST = 1_400;
    /** More than anybody takes before a test is over. */
    private static final int ENDLESS = 40_000;

    private final Map<String, Parcel> parcels = new ConcurrentHashMap<>();

    void receive(HttpServerRequest request) {
        String[] path = request.path().substring(PATH.length()).split("/");
        String name = request.method() == HttpMethod.POST ? request.getParam("name") : path[1];
        Parcel parcel = parcels.computeIfAbsent(name, n -> new Parcel());
        String act = request.getParam("act", "read");
        if (request.method() == HttpMethod.POST) {
            take(request, parcel, act);
        } else if (path.length == 3) {
            request.connection().closeHandler(gone -> parcel.cut = !parcel.whole);
            give(request.response().putHeader("Content-Type", "text/csv"), parcel, act);
        } else {
            request.response().putHeader("Content-Type", "application/json").end(parcel.told().encode());
        }
    }

    private static void take(HttpServerRequest request, Parcel parcel, String act) {
        parcel.headers = request.headers();
        switch (act) {
            case "leave" -> request.pause();
            case "refuse" -> {
                request.pause();
                request.connection().closeHandler(gone -> parcel.cut = true);
                refuse(request);
            }
            case "refuse-and-close" -> {
                request.pause();
                refuse(request);
                request.connection().close();
            }
            default -> read(request, parcel, act);
        }
    }

    private static void refuse(HttpServerRequest request) {
        request.response().setStatusCode(422).putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"/problems/unprocessable\",\"status\":422,\"detail\":\"not today\"}");
    }

    private static void read(HttpServerRequest request, Parcel parcel, String act) {
        request.handler(parcel::add).exceptionHandler(gone -> parcel.cut = true).endHandler(end -> {
            parcel.finish();
            if (act.equals("read")) {
                request.response().setStatusCode(202).putHeader("Content-Type", "application/json")
                        .putHeader("Location", "/v1/imports/7").end(parcel.told().encode());
            }
        });
    }

    private static void give(HttpServerResponse response, Parcel parcel, String act) {
        switch (act) {
            case "short" -> response.end("a,b\n1,2\n");
            case "tagged" -> more(response.putHeader("ETag", "\"7\"").setChunked(true), parcel, LONGEST);
            case "measured" ->
                more(response.putHeader("Content-Length", Long.toString(LONG * (long) ROWS.length())), parcel, LONG);
            case "longest" -> more(response.setChunked(true), parcel, ENDLESS);
            case "break-off" -> response.setChunked(true).write(ROWS).onComplete(sent -> response.reset());
            case "stand-still" -> response.setChunked(true).write(ROWS);
            default -> more(response.setChunked(true), parcel, LONG);
        }
    }

    private static void more(HttpServerResponse response, Parcel parcel, int left) {
        if (left == 0) {
            parcel.whole = true;
            response.end();
        } else {
            response.write(ROWS).onSuccess(sent -> {
                parcel.bytes += ROWS.length();
                more(response, parcel, left - 1);
            });
        }
    }

    /** One body, coming or going. */
    private static final class Parcel {

        private final MessageDigest digest = sha256();
        private volatile MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        private volatile String sha256;
        private volatile long bytes;
        private volatile boolean whole;
        private volatile boolean cut;

        private void add(Buffer part) {
            bytes += part.length();
            digest.update(part.getBytes());
        }

        private void finish() {
            sha256 = HexFormat.of().formatHex(digest.digest());
            whole = true;
        }

        private JsonObject told() {
            JsonObject told = new JsonObject().put("bytes", bytes).put("whole", whole).put("cut", cut)
                    .put("length", headers.get("Content-Length")).put("coding", headers.get("Transfer-Encoding"))
                    .put("type", headers.get("Content-Type")).put("expect", headers.get("Expect"));
            return told.put("sha256", sha256);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
