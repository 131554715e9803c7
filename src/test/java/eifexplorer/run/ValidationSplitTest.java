package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationSplitTest {
  @Test
  void numbersBecomeRanges() {
    assertEquals("1-3,5,8-9", ValidationSplit.ranges(List.of(1, 2, 3, 5, 8, 9)));
  }
}
