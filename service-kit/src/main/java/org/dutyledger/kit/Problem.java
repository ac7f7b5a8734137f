package org.dutyledger.kit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller can understand; {@code service-kit} turns it into an RFC 9457 problem detail once.
 *
 * <p>May be thrown anywhere below an endpoint. The {@code code} is stable and documented; the text is for people.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final transient List<Item> items;
    private final @Nullable Duration retryAfter;

    /**
     * @param status HTTP status, 400 to 599
     * @param code stable, upper case with underscores, for example {@code UNIT_NOT_ALLOWED}
     * @param detail what is wrong and what would be right, in English
     * @param items which items of the request are wrong; empty when the request as a whole is
     * @param retryAfter when to try again, or null when that would not help
     */
    public Problem(int status, String code, String detail, List<Item> items, @Nullable Duration retryAfter) {
        super(detail);
        this.status = status;
        this.code = code;
        this.items = List.copyOf(items);
        this.retryAfter = retryAfter;
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, List.of(), null);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Item> items() {
        return items;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * One item that is wrong.
     *
     * @param index place in the request, from 0
     * @param item id of the item, or null when it has none
     * @param detailZh the same in Chinese, for the UI
     */
    public record Item(int index, @Nullable String item, String code, String detail, String detailZh) {}
}
