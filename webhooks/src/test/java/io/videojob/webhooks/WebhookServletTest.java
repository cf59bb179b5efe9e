package io.videojob.webhooks;

import io.videojob.Webhooks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

class WebhookServletTest extends TakesWebhooks {
    private Server server;

    @Override
    int start(Webhooks webhooks) throws Exception {
        server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new WebhookServlet(webhooks)), "/videojob/*");
        server.setHandler(context);
        server.start();
        return server.getURI().getPort();
    }

    @Override
    void stop() throws Exception {
        server.stop();
    }
}
