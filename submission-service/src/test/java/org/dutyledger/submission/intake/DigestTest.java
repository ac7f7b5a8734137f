package org.dutyledger.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.MemoryService.budget;
import static org.dutyledger.submission.MemoryService.schools;
import static org.dutyledger.submission.MemoryService.submission;

import java.util.List;
import org.dutyledger.submission.intake.request.CycleRequest;
import org.dutyledger.submission.intake.request.ReviewRequest;
import org.dutyledger.submission.intake.request.SubmissionRequest;
import org.junit.jupiter.api.Test;

class DigestTest {
    private final SubmissionRequest request = submission("czj", budget("1"), false);

    @Test
    void theSameRequestWrittenDifferently_hasTheSameDigest() {
        String spread = budget("1").replace(":", " : ").replace(",", " ,\n ");
        String asNumber = budget("1").replace("\"1\"", "1");
        assertThat(Digest.of(submission("czj", spread, false))).isEqualTo(Digest.of(request));
        assertThat(Digest.of(submission("czj", asNumber, false))).isEqualTo(Digest.of(request));
        assertThat(Digest.of(request)).matches("[0-9a-f]{64}");
    }

    @Test
    void anotherRequest_hasAnother() {
        assertThat(Digest.of(submission("czj", budget("1.0"), false))).isNotEqualTo(Digest.of(request));
        assertThat(Digest.of(submission("jtj", budget("1"), false))).isNotEqualTo(Digest.of(request));
        assertThat(Digest.of(submission("czj", budget("1") + "," + schools("1"), false)))
                .isNotEqualTo(Digest.of(request));
        assertThat(Digest.of(submission("czj", schools("1") + "," + budget("1"), false)))
                .isNotEqualTo(Digest.of(submission("czj", budget("1") + "," + schools("1"), false)));
        assertThat(Digest.of(new CycleRequest.Close("c", "a")))
                .isNotEqualTo(Digest.of(new CycleRequest.Close("d", "a")));
    }

    /** Stored receipts hold these. */
    @Test
    void digestsOfEarlierVersions_areHonoured() {
        assertThat(Digest.of(new CycleRequest.Close("c", "a")))
                .isEqualTo("b8602c5af92a5501c8b4a696debc53f6827ad8073f1b53aa5cfb7430c4d70603");
        assertThat(request.kind()).isEqualTo("SubmissionRequest");
        assertThat(new ReviewRequest("c", List.of()).kind()).isEqualTo("ReviewRequest");
        assertThat(new CycleRequest.Open(null, null, null, null, null, null).kind())
                .isEqualTo("Open");
        assertThat(new CycleRequest.Register("c", List.of()).kind()).isEqualTo("Register");
        assertThat(new CycleRequest.Issue("c", "r", 1, "", List.of()).kind()).isEqualTo("Issue");
    }

    @Test
    void aKey_belongsToTheOrganisationElseToTheSubject() {
        assertThat(new Origin("http", "anna", "k").requestId(request)).isEqualTo("czj:k");
        assertThat(new Origin("kafka", "system", "k").requestId(request)).isEqualTo("czj:k");
        Origin anna = new Origin("http", "anna", "k");
        assertThat(anna.requestId(new CycleRequest.Close("c", "x"))).isEqualTo("subject/anna:k");
        assertThat(anna.formerRequestId(new CycleRequest.Close("c", "x")))
                .as("as stored before 0.2")
                .isEqualTo("anna:k");
        assertThat(anna.formerRequestId(request)).isNull();
        assertThat(new Origin("http", "czj", "k").requestId(new CycleRequest.Close("c", "x")))
                .as("a subject of the same name as an organisation")
                .isEqualTo("subject/czj:k");
        assertThat(new Origin("http", "anna", null).requestId(request)).isNull();
    }
}
