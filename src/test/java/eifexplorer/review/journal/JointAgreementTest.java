package eifexplorer.review.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JointAgreementTest {
  private static JournalEntry label(String annotator, String sample, String label) {
    return JournalEntryBuilder.builder()
        .time(Instant.EPOCH)
        .kind(DecisionKind.LABEL)
        .annotator(annotator)
        .sample(sample)
        .before("0")
        .after(label)
        .build();
  }

  private static Decisions table(String... observers) {
    List<JournalEntry> entries = new ArrayList<>();
    for (int o = 0; o < observers.length; o++) {
      for (int unit = 0; unit < observers[o].length(); unit++) {
        if (observers[o].charAt(unit) != '.') {
          entries.add(label("observer " + o, "unit " + unit, "" + observers[o].charAt(unit)));
        }
      }
    }
    return Decisions.of(entries);
  }

  /** Krippendorff's own example (2011): four observers, twelve units, some not seen by all; nominal alpha is .743. */
  @Test
  void alphaIsKrippendorffs() {
    JointAgreement joint =
        JointAgreement.of(table("123321412...", "1233224125.3", ".3332342251.", "12332441251."))
            .orElseThrow();
    assertEquals(.743, joint.alpha(), .0005);
    assertEquals(4, joint.annotators());
    assertEquals(11, joint.images());
    assertEquals(8, joint.unanimous());
  }

  @Test
  void twoAreComparedByKappaAlone() {
    assertEquals(Optional.empty(), JointAgreement.of(table("12", "12")));
    assertEquals(1, JointAgreement.of(table("12", "12", "12")).orElseThrow().alpha());
    assertTrue(Double.isNaN(JointAgreement.of(table("1", "1", "1")).orElseThrow().alpha()));
  }

  @Test
  void mostOfThreeDecide() {
    Decisions decisions = table("111", "122", "2.3");
    assertEquals(Optional.of("1"), decisions.label("unit 0"));
    assertEquals(Optional.empty(), decisions.label("unit 1"));
    assertEquals(Optional.empty(), decisions.label("unit 2"));
    assertEquals(
        List.of("unit 1", "unit 2"),
        decisions.conflicts().stream().map(Decisions.Conflict::sample).toList());
  }
}
