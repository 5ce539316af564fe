package io.orbita.battery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets the process die, as far as the database can tell, after a given number of its breaths: a statement is not executed, a transaction is not
 * committed, or it is and nobody hears of it.
 */
@TestConfiguration(proxyBeanMethods = false)
class Mortality {
    /** No exception that anybody catches: nothing is done after it. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Counts down to the end; once it stands still nothing is done any more, whoever catches what is thrown. */
    static final class Heart {
        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

        void stopAfter(int breaths) {
            left.set(breaths);
        }

        void goOn() {
            left.set(Integer.MAX_VALUE);
        }

        private boolean stops() {
            return left.get() != Integer.MAX_VALUE && left.decrementAndGet() <= 0;
        }
    }

    private static final Heart HEART = new Heart();

    @Bean
    Heart heart() {
        return HEART;
    }

    @Bean
    static BeanPostProcessor mortalDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? mortal(source) : bean;
            }
        };
    }

    private static DataSource mortal(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                Mortality.class.getClassLoader(),
                new Class<?>[] {DataSource.class, AutoCloseable.class},
                (_, method, arguments) -> {
                    Object result = call(source, method, arguments);
                    return result instanceof Connection connection ? mortal(connection) : result;
                });
    }

    private static Connection mortal(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Mortality.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit(connection);
                        return null;
                    }
                    Object result = call(connection, method, arguments);
                    return result instanceof PreparedStatement statement
                                    && method.getName().equals("prepareStatement")
                            ? mortal(statement)
                            : result;
                });
    }

    private static void commit(Connection connection) throws SQLException {
        if (HEART.stops()) {
            connection.rollback();
            throw new Died();
        }
        connection.commit();
        if (HEART.stops()) {
            throw new Died();
        }
    }

    private static PreparedStatement mortal(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                Mortality.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (_, method, arguments) -> {
                    if (method.getName().startsWith("execute") && HEART.stops()) {
                        throw new Died();
                    }
                    return call(statement, method, arguments);
                });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
