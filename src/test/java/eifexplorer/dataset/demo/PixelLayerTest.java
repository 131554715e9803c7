package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelLayerTest {
  private final PixelLayer layer = new PixelLayer(16, 8);

  @Test
  void halvingAveragesFourPixels() {
    layer.pixels[0] = 0xff804020;
    layer.pixels[17] = 0xff804020;
    assertEquals(0x80402010, layer.halved().pixels[0]);
  }

  @Test
  void doublingKeepsOneColour() {
    Arrays.fill(layer.pixels, 0xff336699);
    int[] expected = new int[32 * 16];
    Arrays.fill(expected, 0xff336699);
    assertArrayEquals(expected, layer.doubled().pixels);
  }

  @Test
  void blurringKeepsOneColour() {
    Arrays.fill(layer.pixels, 0xff336699);
    int[] expected = layer.pixels.clone();
    assertArrayEquals(expected, layer.blur(3).pixels);
  }

  @Test
  void softeningKeepsTheOutline() {
    layer.pixels[3 * 16 + 5] = 0xffffffff;
    layer.pixels[3 * 16 + 6] = 0xff000000;
    layer.soften(Region.painted(layer, 2), 2);
    assertArrayEquals(
        new int[] {3 * 16 + 5, 3 * 16 + 6},
        IntStream.range(0, 128).filter(i -> layer.pixels[i] != 0).toArray());
  }

  @Test
  void aHalfTransparentLayerMixes() {
    PixelLayer top = new PixelLayer(16, 8);
    top.pixels[9] = 0x80800000;
    layer.pixels[9] = 0xff0000ff;
    assertEquals(0xff80007f, layer.under(top).pixels[9]);
  }

  @Test
  void aShadowFallsBesideItsCaster() {
    PixelLayer caster = new PixelLayer(16, 8);
    caster.pixels[2 * 16 + 2] = 0xff000000;
    Arrays.fill(layer.pixels, 0xffc8c8c8);
    layer.shade(caster, Region.painted(caster, 0), 4, 2, 0, .5);
    assertEquals(0xff646464, layer.pixels[4 * 16 + 6]);
  }

  @Test
  void thePaintedRegionHasEvenBorders() {
    layer.pixels[3 * 16 + 5] = 1;
    assertEquals(new Region(4, 2, 2, 2), Region.painted(layer, 0));
  }

  @Test
  void nothingPaintedIsAnEmptyRegion() {
    assertEquals(new Region(0, 0, 0, 0), Region.painted(layer, 5));
  }
}
