package io.videojob.sandbox;

import java.lang.reflect.Parameter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link Sandbox} for each JUnit 5 test that asks for one, or for one of its vendors, as a parameter:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension SANDBOX = new SandboxExtension(builder -> builder.speed(600));
 *
 * @Test
 * void billsOnce(Sandbox sandbox) { … }
 * }</pre>
 *
 * With {@code @ExtendWith(SandboxExtension.class)} it runs at 600 times the vendors' speed.
 */
public final class SandboxExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private final UnaryOperator<SandboxBuilder> settings;

    /** A minute of the vendors lasts a tenth of a second. */
    public SandboxExtension() {
        this(builder -> builder.speed(600));
    }

    public SandboxExtension(UnaryOperator<SandboxBuilder> settings) {
        this.settings = settings;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Sandbox.class || type == AimlApiSandbox.class || type == EachlabsSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Sandbox sandbox = sandboxOf(context);
        Parameter wanted = parameter.getParameter();
        if (wanted.getType() == AimlApiSandbox.class) {
            return sandbox.aimlapi();
        }
        return wanted.getType() == EachlabsSandbox.class ? sandbox.eachlabs() : sandbox;
    }

    /** By get and put, because JUnit 5 and 6 name the call that does both differently. */
    private Sandbox sandboxOf(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Sandbox running = store.get(this, Sandbox.class);
        if (running != null) {
            return running;
        }
        Sandbox started = settings.apply(Sandbox.builder()).start();
        store.put(this, started);
        return started;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Sandbox sandbox = context.getStore(NAMESPACE).remove(this, Sandbox.class);
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
