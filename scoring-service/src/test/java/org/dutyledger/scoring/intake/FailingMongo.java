package org.dutyledger.scoring.intake;

import com.mongodb.client.MongoClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A client whose n-th bulk write never happens: the moment of a crash. */
final class FailingMongo {
    private final AtomicInteger left;

    private FailingMongo(int healthyWrites) {
        this.left = new AtomicInteger(healthyWrites);
    }

    static MongoClient after(int healthyWrites, MongoClient real) {
        return new FailingMongo(healthyWrites).wrap(MongoClient.class, real);
    }

    private <T> T wrap(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("bulkWrite") && left.getAndDecrement() <= 0) {
                throw new CrashException();
            }
            try {
                Object result = method.invoke(real, args);
                Class<?> returned = method.getReturnType();
                boolean handle = returned.isInterface()
                        && (returned.getSimpleName().equals("MongoDatabase")
                                || returned.getSimpleName().equals("MongoCollection"));
                return handle ? wrap(returned, result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    static final class CrashException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
