package org.dutyledger.verifier.copies;

import org.dutyledger.verifier.finding.Code;

/** HTML files that are not the issued one. */
final class PageCopies {
    private PageCopies() {}

    static void of(CopyCases c) {
        c.html("blanks-before-the-page", Code.REPORT_COPY, page -> " \n".repeat(100) + page);
        c.html("mark-and-blanks-before-the-page", Code.REPORT_COPY, page -> "\ufeff\n" + page);
        c.html("page-that-begins-late", Code.REPORT_FILE, page -> "\n".repeat(256) + page);
        c.html("comment-before-the-page", Code.REPORT_FILE, page -> "<!-- x -->" + page);
        c.html(
                "style-that-hides",
                Code.REPORT_HIDDEN,
                page -> page.replace("</style>", ".number{font-size:0}</style>"));
        c.html(
                "style-that-writes",
                Code.REPORT_HIDDEN,
                page -> page.replace("</style>", "body::before{content:'成效平平。'}</style>"));
        c.html(
                "script",
                Code.REPORT_HIDDEN,
                page -> page.replace("</main>", "<script>document.title='x'</script></main>"));
        c.html("script-on-load", Code.REPORT_HIDDEN, page -> page.replace("<body>", "<body onload=\"x()\">"));
        c.html(
                "frame-in-the-page",
                Code.REPORT_HIDDEN,
                page -> page.replace("</main>", "<iframe srcdoc=\"x\"></iframe></main>"));
        c.html(
                "picture-in-the-page",
                Code.REPORT_HIDDEN,
                page -> page.replace("</main>", "<img src=\"data:,\"/></main>"));
        c.html("hidden-attribute", Code.REPORT_HIDDEN, page -> page.replaceFirst("<p ", "<p hidden "));
        c.html("style-attribute", Code.REPORT_HIDDEN, page -> page.replaceFirst("<p ", "<p style=\"color:#fff\" "));
        c.html("comment", Code.REPORT_HIDDEN, page -> page.replace("<main>", "<main><!-- x -->"));
        c.html("base", Code.REPORT_HIDDEN, page -> page.replace("<style>", "<base href=\"http://x/\"/><style>"));
        c.html("template", Code.REPORT_HIDDEN, page -> page.replace("</main>", "<template>x</template></main>"));
        c.html("link-elsewhere", Code.REPORT_HIDDEN, page -> page.replaceFirst("href=\"#S_", "href=\"http://x/#S_"));
        c.html("value-of-a-tooltip", Code.REPORT_HIDDEN, page -> page.replaceFirst("title=\"数据来源", "title=\"实际值"));
    }
}
