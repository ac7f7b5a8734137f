package org.dutyledger.document.record;

import static org.dutyledger.document.record.RecordedEventCheck.require;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.dutyledger.document.record.ItemState.Content;
import org.dutyledger.document.record.ItemState.Status;
import org.dutyledger.events.EvidenceEvent.EvidenceAttached;
import org.dutyledger.events.EvidenceEvent.FactCorrected;
import org.dutyledger.events.EvidenceEvent.FigureCorrected;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.events.EvidenceEvent.NarrativeRevised;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.indicators.item.FrameworkIndex.Entry;
import org.dutyledger.indicators.item.NarrativeText;
import org.dutyledger.indicators.text.CalendarDate;
import org.jspecify.annotations.Nullable;

/** Checks one event of an item against the framework and the item's state before. Has no state. */
final class ItemEventCheck {
    private final Framework framework;
    private final FrameworkIndex index;

    ItemEventCheck(Framework framework, FrameworkIndex index) {
        this.framework = framework;
        this.index = index;
    }

    /** A supervisor accepts or returns what is there, once. */
    void review(ItemEvent event, ItemState before, long position) {
        KnownItems.require(index, event.item(), event.indicator(), position);
        boolean returns = event instanceof ItemReturned;
        require(before.hasValue(), position, "reviews an item that has no value");
        require(
                before.status() != (returns ? Status.RETURNED : Status.ACCEPTED),
                position,
                "reviews an item as it was reviewed already");
        if (returns) {
            reason(event, position);
        }
    }

    /**
     * An organisation submits, corrects or withdraws.
     *
     * @param roles that it may have, empty when it is not registered
     */
    void submission(ItemEvent event, ItemState before, Set<String> roles, Instant now, long position) {
        Entry entry = KnownItems.require(index, event.item(), event.indicator(), position);
        require(
                !Collections.disjoint(entry.submitters(), roles),
                position,
                "is of an organisation that may not submit the item");
        boolean changes = isChange(event);
        if (event instanceof EvidenceAttached attached) {
            file(attached, before, position);
            return;
        }
        require(
                changes ? before.takesChange() : before.takesFirst(),
                position,
                changes ? "changes an item that has no value or was accepted" : "submits an item that has a value");
        if (changes) {
            reason(event, position);
        }
        Content content = before.after(event).content();
        if (content != null) {
            content(event, entry, content, now, position);
            change(event, before, content, position);
        }
    }

    private static void file(EvidenceAttached file, ItemState before, long position) {
        require(
                Forms.isFile(file.sha256(), file.fileName(), file.mediaType(), file.size())
                        && Forms.areStored(Arrays.asList(file.fileName())),
                position,
                "attaches a file without a hash, name, media type or size");
        require(!before.files().contains(file.sha256()), position, "attaches a file that is attached already");
    }

    private void content(ItemEvent event, Entry entry, Content content, Instant now, long position) {
        KnownItems.requireUnit(entry, event instanceof FigureSet set ? set.unit() : null, position);
        FigureSpec figure = entry.figure();
        boolean narrative = content.period() == null;
        require(narrative == (figure == null), position, "is of another type than the item");
        require(
                Forms.areStored(Arrays.asList(content.text(), content.note())) && Forms.isRemark(content.note()),
                position,
                "has a text or note that may not be recorded");
        if (figure != null) {
            require(figure.period().equals(content.period()), position, "is for another period than the item");
        }
        if (event instanceof FigureSet set) {
            number(set, Objects.requireNonNull(figure), now, position);
        } else {
            text(entry, Objects.requireNonNull(content.text()), position);
        }
    }

    private void number(FigureSet set, FigureSpec figure, Instant now, long position) {
        BigDecimal value = set.value();
        require(value.scale() == figure.decimals(), position, "has other decimals than the figure");
        require(
                !figure.isTooSmall(value) && !figure.isTooLarge(value),
                position,
                "has a value outside the bounds of the figure");
        require(FigureRules.basisFits(figure, set.basis()), position, "has a basis that the figure cannot have");
        LocalDate asOf = set.asOf();
        require(
                asOf == null || (FigureRules.isNear(asOf, framework.year()) && FigureRules.hasBegun(asOf, now)),
                position,
                "holds from a day that is far from the year, or yet to come");
    }

    private void text(Entry entry, String text, long position) {
        NarrativeSlot slot = entry.slot();
        int longest = slot == null ? Forms.LONGEST_FACT : slot.maxLength();
        require(
                !text.isBlank() && text.codePointCount(0, text.length()) <= longest,
                position,
                "has a text that is blank or too long");
        FigureSpec figure = entry.figure();
        require(figure == null || Forms.isOneLine(text), position, "is a fact of several lines");
        require(
                figure == null || figure.words().isEmpty() || figure.words().contains(text),
                position,
                "is not one of the answers that the framework allows");
        require(
                figure == null || !figure.date() || CalendarDate.is(text),
                position,
                "is not a date, and the item is one");
        if (slot != null) {
            require(
                    NarrativeText.typedNumbers(text, 1).isEmpty()
                            && NarrativeText.fault(text, index).isEmpty(),
                    position,
                    "types a number into a narrative, or has a placeholder that none may have");
        }
    }

    /** A correction names the value that it replaces, and has other content unless it answers a return. */
    private static void change(ItemEvent event, ItemState before, Content content, long position) {
        Content replaced = before.content();
        if (replaced == null) {
            return;
        }
        boolean named = true;
        if (event instanceof FigureCorrected corrected) {
            named = corrected.previous().equals(replaced.value());
        } else if (event instanceof FactCorrected corrected) {
            named = corrected.previous().equals(replaced.text());
        }
        require(named, position, "replaces another value than the item has");
        require(
                before.status() == Status.RETURNED || !content.sameAs(replaced),
                position,
                "corrects an item and changes nothing");
    }

    private static void reason(ItemEvent event, long position) {
        String reason = reasonOf(event);
        require(
                Forms.isReason(reason) && Forms.areStored(Arrays.asList(reason)),
                position,
                "has no reason that may be recorded");
    }

    /** Whether it corrects, revises or withdraws what is there. */
    static boolean isChange(ItemEvent event) {
        return event instanceof FigureCorrected
                || event instanceof FactCorrected
                || event instanceof NarrativeRevised
                || event instanceof ItemWithdrawn;
    }

    private static @Nullable String reasonOf(ItemEvent event) {
        if (event instanceof FigureCorrected corrected) {
            return corrected.reason();
        }
        if (event instanceof FactCorrected corrected) {
            return corrected.reason();
        }
        if (event instanceof NarrativeRevised revised) {
            return revised.reason();
        }
        if (event instanceof ItemWithdrawn withdrawn) {
            return withdrawn.reason();
        }
        return event instanceof ItemReturned returned ? returned.reason() : null;
    }
}
