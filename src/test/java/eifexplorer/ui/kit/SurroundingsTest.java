package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  @Test
  void coloursStayWhereTheyAreAndDetailsVanish() {
    WritableImage picture = new WritableImage(240, 120);
    for (int y = 0; y < 120; y++) {
      for (int x = 0; x < 240; x++) {
        boolean stripe = x / 10 % 2 == 0;
        picture
            .getPixelWriter()
            .setArgb(x, y, x < 120 ? 0xff204060 : stripe ? 0xffff0000 : 0xff000000);
      }
    }

    Image patches = Surroundings.of(picture);

    assertEquals(Surroundings.PATCHES, patches.getWidth());
    assertEquals(0xff204060, patches.getPixelReader().getArgb(0, 5));
    assertEquals(0xff7f0000, patches.getPixelReader().getArgb(5, 0));
  }

  @Test
  void aSinglePixelIsItsOwnSurroundings() {
    WritableImage pixel = new WritableImage(1, 1);
    pixel.getPixelWriter().setArgb(0, 0, 0xff123456);

    assertEquals(0xff123456, Surroundings.of(pixel).getPixelReader().getArgb(3, 3));
  }
}
