package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlumageTest {
  private final Plumage plain = Plumage.plain(0x204060);
  private final Plumage barred =
      plain.with(Tract.WING, 0x000000).with(FieldMark.WING_BARS, .8, 0xf0f0f0);

  @Test
  void halfWayIsTheMeanOfColoursAndStrengths() {
    Plumage half = plain.towards(barred, .5);
    assertEquals(
        List.of(0x102030, .4, 0xf0f0f0),
        List.of(
            half.colour(Tract.WING),
            half.strength(FieldMark.WING_BARS),
            half.colour(FieldMark.WING_BARS)));
  }

  @Test
  void contrastZeroMakesAFamilyOneSpecies() {
    Species species = FieldGuide.species().get(12).withContrast(0);
    Plumage family = species.family().plumage();
    assertEquals(
        List.of(family.colour(Tract.BACK), family.strength(FieldMark.WING_BARS)),
        List.of(
            species.plumage().colour(Tract.BACK), species.plumage().strength(FieldMark.WING_BARS)));
  }

  @Test
  void anIndividualWithoutIndividualityIsThePlate() {
    Plumage same = barred.individual(new SplittableRandom(1), 0);
    assertEquals(
        List.of(barred.colour(Tract.BACK), barred.strength(FieldMark.WING_BARS)),
        List.of(same.colour(Tract.BACK), same.strength(FieldMark.WING_BARS)));
  }

  @Test
  void refusesAStrengthAboveOne() {
    assertThrows(IllegalArgumentException.class, () -> plain.with(FieldMark.CHEEK, 1.5, 0xffffff));
  }
}
