package topfive.ingest.websub;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import topfive.contract.Limits;

/** Where hubs come: {@code GET} to ask back, {@code POST} to bring. Without its secret path nobody finds anything here. */
public final class Callback {
    static final String PATH = "/websub/";
    private static final int AT_ONCE = 8;

    /** A challenge is a random word; nobody needs a page of his own words sent back. */
    private static final int CHALLENGE = 1000;

    private final WebSub webSub;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public Callback(WebSub webSub) {
        this.webSub = webSub;
    }

    public void on(JavalinConfig config) {
        config.routes.get(PATH + "{path}", this::askBack);
        config.routes.post(PATH + "{path}", this::bring);
    }

    private void askBack(Context context) {
        var challenge = parameter(context, "hub.challenge");
        boolean meant = webSub.confirms(
                context.pathParam("path"),
                parameter(context, "hub.mode"),
                parameter(context, "hub.topic"),
                seconds(parameter(context, "hub.lease_seconds")));
        if (!meant || challenge.length() > CHALLENGE) {
            context.status(404);
            return;
        }
        context.header("X-Content-Type-Options", "nosniff")
                .contentType("text/plain; charset=utf-8")
                .result(challenge);
    }

    private void bring(Context context) throws IOException {
        var topic = webSub.at(context.pathParam("path"));
        if (topic.isEmpty()) {
            context.status(404);
            return;
        }
        if (!places.tryAcquire()) {
            context.status(503).header("Retry-After", "60");
            return;
        }
        try {
            bring(context, topic.get());
        } finally {
            places.release();
        }
    }

    private void bring(Context context, Topic topic) throws IOException {
        var body = context.req().getInputStream().readNBytes(Limits.FEED + 1);
        if (body.length > Limits.FEED) {
            context.status(413);
            return;
        }
        var type = context.contentType() == null ? "" : context.contentType();
        boolean taken = webSub.bring(topic, context.header("X-Hub-Signature"), body, type);
        if (taken) {
            context.status(202);
        } else {
            context.status(503).header("Retry-After", "60");
        }
    }

    private static String parameter(Context context, String name) {
        var value = context.queryParam(name);
        return value == null ? "" : value;
    }

    private static long seconds(String stated) {
        return stated.matches("\\d{1,12}") ? Long.parseLong(stated) : 0;
    }
}
