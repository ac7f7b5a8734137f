package org.dutyledger.verifier.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes the text or the appearance of a page: its text, or any element, attribute, style or script beyond the
 * renderer's.
 */
public final class HtmlForger {
    private static final Pattern TEXT = Pattern.compile(">([^<>]*[^<>\\s][^<>]*)<");
    private static final Pattern TAG = Pattern.compile("<[a-z][a-z0-9]*");
    private static final List<String> ELEMENTS = List.of(
            "<script>document.title='x'</script>",
            "<style>.number{display:none}</style>",
            "<iframe srcdoc=\"x\"></iframe>",
            "<img src=\"data:,\">",
            "<svg><text>x</text></svg>",
            "<object data=\"data:,\"></object>",
            "<base href=\"http://x/\">",
            "<template>x</template>",
            "<noscript>x</noscript>",
            "<!-- x -->",
            "<meta http-equiv=\"refresh\" content=\"0;url=http://x/\">",
            "<link rel=\"stylesheet\" href=\"http://x/\">",
            "<plaintext>",
            "<math><mi>x</mi></math>",
            "<b>另有专款。</b>",
            "<br>",
            "<slot></slot>");
    private static final List<String> ATTRIBUTES = List.of(
            " hidden",
            " style=\"display:none\"",
            " onclick=\"x()\"",
            " class=\"x\"",
            " dir=\"rtl\"",
            " contenteditable",
            " data-x=\"1\"",
            " title=\"实际值\"",
            " popover");
    private static final List<String> RULES = List.of(
            "body::before{content:'x'}",
            "*{font-size:0}",
            ".number{color:#fff}",
            "mark{display:none}",
            "@import url(http://x/);");
    private final String genuine;

    public HtmlForger(byte[] genuine) {
        this.genuine = new String(genuine, UTF_8);
    }

    /** The file that a seed gives. */
    public Forgery forge(long seed) {
        Random random = new Random(seed);
        int body = genuine.indexOf("<main>");
        return switch (random.nextInt(6)) {
            case 0, 1 -> text(seed, random);
            case 2 -> insert(seed, any(TAG, body, random).start(), ELEMENTS.get(random.nextInt(ELEMENTS.size())));
            case 3 -> insert(seed, any(TAG, body, random).end(), ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size())));
            case 4 -> {
                int start = genuine.indexOf("<style>") + 7;
                int rule = genuine.indexOf('\n', start + random.nextInt(genuine.indexOf("</style>") - start)) + 1;
                yield insert(seed, rule, RULES.get(random.nextInt(RULES.size())));
            }
            default -> {
                Matcher text = any(TEXT, body, random);
                String without = genuine.substring(0, text.start(1)) + genuine.substring(text.end(1));
                yield new Forgery(seed, "'" + text.group(1) + "' left out", without.getBytes(UTF_8));
            }
        };
    }

    private Forgery text(long seed, Random random) {
        Matcher text = any(TEXT, genuine.indexOf("<main>"), random);
        int at = text.start(1) + random.nextInt(text.group(1).length());
        String other = List.of("不", "9", "", "&#8203;").get(random.nextInt(4));
        String page = genuine.substring(0, at)
                + (other.isEmpty() || genuine.charAt(at) == '9' ? "8" : other)
                + genuine.substring(at + 1);
        return page.equals(genuine)
                ? insert(seed, at, "8")
                : new Forgery(seed, "'" + text.group(1) + "' changed at " + at, page.getBytes(UTF_8));
    }

    private Forgery insert(long seed, int at, String what) {
        String page = genuine.substring(0, at) + what + genuine.substring(at);
        return new Forgery(seed, what + " at " + at, page.getBytes(UTF_8));
    }

    private Matcher any(Pattern pattern, int from, Random random) {
        List<Integer> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(genuine);
        for (int at = from; matcher.find(at); at = matcher.end() - 1) {
            places.add(matcher.start());
        }
        matcher.find(places.get(random.nextInt(places.size())));
        return matcher;
    }
}
