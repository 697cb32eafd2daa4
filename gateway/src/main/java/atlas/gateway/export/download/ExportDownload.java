package atlas.gateway.export.download;

import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import atlas.gateway.door.DoorOrder;
import atlas.gateway.door.HttpDate;
import atlas.gateway.door.Refusal;
import atlas.gateway.door.Reply;
import atlas.gateway.export.ExportSet;
import atlas.gateway.export.ExportShelf;
import atlas.gateway.export.ExportedFile;
import atlas.gateway.export.ExportedFile.Stored;
import atlas.gateway.limit.Origin;
import atlas.gateway.route.OwnOperations;
import atlas.service.problem.Problem.Kind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers requests for a file of the data set that the door has let in. */
@Singleton
public class ExportDownload {

    private static final String FILES = "/v1/exports/";
    private static final String ASK_AGAIN = "public, max-age=0, must-revalidate";
    private static final String KEEP = "public, max-age=86400, immutable";

    private final ExportShelf shelf;
    private final DownloadLimits limits;
    private final Sending sending;

    ExportDownload(ExportShelf shelf, DownloadLimits limits, Sending sending) {
        this.shelf = shelf;
        this.limits = limits;
        this.sending = sending;
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, DoorOrder.STREAM);
    }

    void serve(RoutingContext context) {
        if (!context.request().path().startsWith(FILES)) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        Wanted wanted = wanted(request);
        HttpServerResponse response = context.response();
        describe(wanted, response.headers());
        if (wanted.isKnown(request.headers())) {
            response.setStatusCode(304);
            Reply.sendNothing(context);
            return;
        }
        tellWhatFollows(wanted, response.headers());
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(wanted.stored().bytes()));
            Reply.sendNothing(context);
            return;
        }
        Optional<ByteRange> part = wanted.range(request.headers());
        Runnable over = limits.take(OwnOperations.callerOf(context), Origin.of(request.remoteAddress()));
        part.ifPresent(range -> response.setStatusCode(206).putHeader(HttpHeaders.CONTENT_RANGE,
                range.contentRange(wanted.stored().bytes())));
        sending.send(context, wanted, part, over);
    }

    private Wanted wanted(HttpServerRequest request) {
        String[] names = request.path().substring(FILES.length()).split("/", 2);
        boolean pinned = names.length == 2;
        ExportSet set = pinned ? shelf.of(names[0]).orElseThrow(() -> Refusal.of(Kind.NOT_FOUND,
                "There is no such version, or it is not kept any more: /v1/exports lists the files of the newest."))
                : shelf.newest().orElseThrow(() -> Refusal.unavailable("The files are not made yet."));
        ExportedFile file = set.file(names[names.length - 1]).orElseThrow(() -> Refusal.of(Kind.NOT_FOUND,
                "There is no such file: /v1/exports lists those that there are."));
        Stored stored = Wanted.chosen(file, request.headers().getAll(HttpHeaders.ACCEPT_ENCODING));
        return new Wanted(set, file, stored, shelf.path(set, stored), pinned);
    }

    /** What a 304 tells too. */
    private static void describe(Wanted wanted, MultiMap headers) {
        headers.set(HttpHeaders.ETAG, wanted.stored().tag())
                .set(HttpHeaders.CACHE_CONTROL, wanted.pinned() ? KEEP : ASK_AGAIN)
                .set(HttpHeaders.VARY, "Accept-Encoding").set(HttpHeaders.LAST_MODIFIED, lastModified(wanted.set()));
        if (!wanted.pinned()) {
            headers.set("Content-Location", FILES + wanted.set().version() + "/" + wanted.file().name());
        }
    }

    private static void tellWhatFollows(Wanted wanted, MultiMap headers) {
        String mediaType = wanted.file().mediaType();
        headers.set(HttpHeaders.CONTENT_TYPE, mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType)
                .set(HttpHeaders.ACCEPT_RANGES, "bytes")
                .set("Content-Disposition", "attachment; filename=\"" + wanted.file().name() + "\"")
                .set("Repr-Digest", "sha-256=:"
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(wanted.stored().sha256())) + ":");
        if (wanted.isCompressed()) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    /** Rounded up: two states of one second are not told apart by it, and a later one is never told to be earlier. */
    private static String lastModified(ExportSet set) {
        return HttpDate.of(set.created().plusMillis(999).truncatedTo(ChronoUnit.SECONDS));
    }
}
