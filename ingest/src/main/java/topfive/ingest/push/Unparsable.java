package topfive.ingest.push;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is no HTTP request, or too large a head of one, never comes to a route: the server itself answers. */
final class Unparsable extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var problem = Problem.of(response.getStatus(), "not-http", "the request line or its headers cannot be read");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
        return true;
    }
}
