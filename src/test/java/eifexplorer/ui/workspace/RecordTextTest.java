package eifexplorer.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.ui.kit.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordTextTest {
  @Test
  void aPlanOfTheFirstVersionIsReadInWords() {
    assertEquals(
        List.of(
            new Fact("Plan", "title Drawn birds, ProxyNCA++, small · epochs 50 · rates 35, 45"),
            new Fact(
                "Plan, network", "backbone basic/average · frozen false · initial head uniform"),
            new Fact("Plan, batches", "samples per class 4 · clip 10")),
        RecordText.facts(
            "Plan",
            "TrainingPlan[title=Drawn birds, ProxyNCA++, small, network=NetworkPlan["
                + "backbone=basic/average, frozen=false, initialHead=UNIFORM], batches=BatchPlan["
                + "samplesPerClass=4, clip=10.0], epochs=50, rates=[35, 45]]"));
  }

  @Test
  void otherValuesAreNoRecords() {
    assertTrue(RecordText.isRecord("LossSpec[kind=A]"));
    for (String text : List.of("CPU, Java 17", "[1, 2]", "x[1]", "", "Plan[torn")) {
      assertFalse(RecordText.isRecord(text), text);
    }
  }

  @Test
  void whatIsNoRecordInsideIsKeptAsItIs() {
    assertEquals(List.of(new Fact("A", "")), RecordText.facts("A", "Empty[]"));
    assertEquals(List.of(new Fact("A", "x  ")), RecordText.facts("A", "Odd[x= ]"));
  }
}
