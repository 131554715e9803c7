package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandedOverTest {
  private static final String LINK = "eif-explorer:open?workspace=/ws&pair=1,2";

  @Test
  void arrivesAsItWasSent() {
    String path = Path.of("Vögel\nund \"mehr\"").toAbsolutePath().toString();

    for (HandedOver handed : List.of(new HandedOver(LINK, false), new HandedOver(path, true))) {
      assertEquals(Optional.of(handed), HandedOver.read(handed.bytes()));
    }
  }

  @Test
  void whatIsOpenedIsHandedOverUnlessAnotherWindowIsAskedFor() {
    assertEquals(Optional.of(new HandedOver(LINK, false)), HandedOver.of(List.of(LINK)));
    assertEquals(
        Optional.of(new HandedOver(LINK, true)), HandedOver.of(List.of("--present", LINK)));
    assertEquals(Optional.empty(), HandedOver.of(List.of("--new-window", LINK)));
    assertEquals(Optional.empty(), HandedOver.of(List.of()));
    assertEquals(Optional.empty(), HandedOver.of(List.of("eif-explorer:" + "ü".repeat(10_000))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET / HTTP/1.1",
        "eif-explorer 1",
        "eif-explorer 1\0\0",
        "eif-explorer 1\0\0birds",
        "eif-explorer 1\0\0https://example.org/",
        "eif-explorer 1\0--exec\0" + LINK,
        "eif-explorer 1\0\0" + LINK + "\0more",
        "eif-explorer 2\0\0" + LINK
      })
  void anythingElseIsNotUnderstood(String sent) {
    assertEquals(Optional.empty(), HandedOver.read(sent.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void bytesThatAreNoTextAreNotUnderstood() {
    byte[] sent = new HandedOver(LINK, false).bytes();
    sent[sent.length - 1] = (byte) 0xff;

    assertEquals(Optional.empty(), HandedOver.read(sent));
  }
}
