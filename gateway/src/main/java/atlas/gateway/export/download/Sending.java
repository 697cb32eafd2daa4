package atlas.gateway.export.download;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import atlas.gateway.door.Flow;
import atlas.gateway.door.Flow.Bounds;
import atlas.gateway.door.Refusal;
import atlas.gateway.door.Reply;
import atlas.gateway.export.ExportsConfig;
import atlas.service.problem.Problem.Kind;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.ext.web.RoutingContext;

/** Sends bytes of a file as fast as they are taken; who takes none for long is given up. */
@Singleton
class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final int AT_ONCE = 64 * 1024;

    private final Bounds bounds;

    Sending(ExportsConfig config) {
        this.bounds = new Bounds(Long.MAX_VALUE, config.downloads().standstill(), config.downloads().longest());
    }

    /** @param over is run when nothing more is sent */
    void send(RoutingContext context, Wanted wanted, Optional<ByteRange> part, Runnable over) {
        context.vertx().fileSystem().open(wanted.path().toString(), new OpenOptions().setRead(true).setWrite(false)
                .setCreate(false)).onSuccess(file -> {
                    context.addEndHandler(done -> {
                        file.close();
                        over.run();
                    });
                    send(context, file, part.orElse(new ByteRange(0, wanted.stored().bytes() - 1)));
                }).onFailure(missing -> {
                    over.run();
                    context.fail(Refusal.of(Kind.NOT_FOUND,
                            "This version is not kept any more: /v1/exports lists the files of the newest."));
                });
    }

    private void send(RoutingContext context, AsyncFile file, ByteRange part) {
        file.setReadBufferSize(AT_ONCE).setReadPos(part.first()).setReadLength(part.length());
        Flow flow = new Flow(context.vertx(), file, bounds, trouble -> {
            LOG.debugf("a download of %s was cut: %s", context.request().path(), trouble);
            return new IllegalStateException("the download is " + trouble);
        });
        Reply.stream(context, flow, Long.toString(part.length()));
    }
}
