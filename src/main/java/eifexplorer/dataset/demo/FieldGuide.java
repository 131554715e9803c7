package eifexplorer.dataset.demo;

import static eifexplorer.dataset.demo.Family.BUNTING;
import static eifexplorer.dataset.demo.Family.CHAT;
import static eifexplorer.dataset.demo.Family.SHRIKE;
import static eifexplorer.dataset.demo.Family.SUNBIRD;
import static eifexplorer.dataset.demo.Family.TIT;
import static eifexplorer.dataset.demo.Family.WARBLER;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The 24 species of the demo: six families of four look-alikes, two of each family for training and two unseen.
 *
 * <p>Within a family a pair differs in one or two field marks. Often the unseen pair differs in a mark that the
 * training pair shares, so that training never asked a network to look there: such pairs get confused, and there is
 * something to explain.
 */
public final class FieldGuide {
  private static final List<Species> ALL =
      List.of(
          // Training: eyebrow or none.
          seen(
              "Willowmere Warbler",
              WARBLER,
              p -> p.with(FieldMark.EYEBROW, .9, 0xf4ecc0).with(FieldMark.EYE_LINE, .6, 0x4d5230)),
          seen(
              "Saffron Warbler",
              WARBLER,
              p -> p.with(FieldMark.EYE_RING, .7, 0xf4e07a).with(Tract.FACE, 0xbcb044)),
          // Training: rufous or dark crown.
          seen(
              "Furrow Bunting",
              BUNTING,
              p -> p.with(Tract.CROWN, 0x9a5530).with(FieldMark.EYEBROW, .5, 0xe6d8bb)),
          seen(
              "Barley Bunting",
              BUNTING,
              p ->
                  p.with(Tract.CROWN, 0x6a5038)
                      .with(FieldMark.EYEBROW, .9, 0xefe4c8)
                      .with(FieldMark.CROWN_STRIPE, .6, 0x3f2c1f)),
          // Training: black or brown cap.
          seen("Sootcap Tit", TIT, p -> p.with(FieldMark.BIB, .45, 0x1e1f23)),
          seen("Chestnut Tit", TIT, p -> p.with(Tract.CROWN, 0x4a3226).with(Tract.BACK, 0x8d8068)),
          // Training: orange over the face or not.
          seen("Ember Chat", CHAT, p -> p.with(Tract.FACE, 0xd7702f)),
          seen("Rowan Chat", CHAT, p -> p.with(FieldMark.EYEBROW, .8, 0xe9e2d4)),
          // Training: grey or rufous back.
          seen("Granite Shrike", SHRIKE, p -> p.with(FieldMark.WING_PATCH, .8, 0xf6f4f0)),
          seen(
              "Russet Shrike",
              SHRIKE,
              p -> p.with(Tract.BACK, 0x9a6a48).with(FieldMark.WING_PATCH, .2, 0xf6f4f0)),
          // Training: breast band or none.
          seen("Jade Sunbird", SUNBIRD, p -> p.with(FieldMark.BREAST_BAND, .9, 0xc03a2c)),
          seen(
              "Malachite Sunbird",
              SUNBIRD,
              p -> p.with(Tract.THROAT, 0x146b62).with(Tract.BREAST, 0x17686a)),
          // Unseen: wing bars and streaks.
          unseen("Citrine Warbler", WARBLER, p -> p.with(FieldMark.WING_BARS, .9, 0xf3efdd)),
          unseen(
              "Larch Warbler",
              WARBLER,
              p ->
                  p.with(FieldMark.WING_BARS, .35, 0xd9d6a8)
                      .with(FieldMark.BREAST_STREAKS, .5, 0x6b6a34)),
          // Unseen: breast streaks.
          unseen("Stubble Bunting", BUNTING, p -> p.with(FieldMark.BREAST_STREAKS, .85, 0x4a3424)),
          unseen(
              "Fallow Bunting",
              BUNTING,
              p ->
                  p.with(FieldMark.BREAST_STREAKS, .15, 0x5a4433)
                      .with(FieldMark.CHEEK, .5, 0x8a6444)),
          // Unseen: size of the bib, tint of the flanks.
          unseen("Rime Tit", TIT, p -> p.with(FieldMark.BIB, .35, 0x1e1f23), b -> b.withCrest(.75)),
          unseen(
              "Bracken Tit",
              TIT,
              p -> p.with(FieldMark.BIB, .85, 0x1e1f23).with(Tract.FLANKS, 0xcf9f6c),
              b -> b.withCrest(.75)),
          // Unseen: extent of the orange, wing patch.
          unseen(
              "Dusk Chat",
              CHAT,
              p -> p.with(Tract.BREAST, 0xd9a070).with(FieldMark.WING_PATCH, .6, 0xf0e8da)),
          unseen(
              "Copper Chat",
              CHAT,
              p -> p.with(Tract.FLANKS, 0xd08a55).with(FieldMark.WING_PATCH, .1, 0xf0e8da)),
          // Unseen: extent of the mask.
          unseen(
              "Heath Shrike",
              SHRIKE,
              p -> p.with(FieldMark.MASK, .55, 0x161619).with(FieldMark.EYEBROW, .7, 0xf7f5f1)),
          unseen(
              "Marble Shrike",
              SHRIKE,
              p -> p.with(FieldMark.MASK, 1, 0x161619).with(FieldMark.FOREHEAD, .9, 0x161619)),
          // Unseen: colour of throat and band.
          unseen(
              "Sapphire Sunbird",
              SUNBIRD,
              p ->
                  p.with(Tract.THROAT, 0x2c3096)
                      .with(Tract.CROWN, 0x1c5894)
                      .with(FieldMark.BREAST_BAND, .35, 0xc03a2c)),
          unseen(
              "Cobalt Sunbird",
              SUNBIRD,
              p -> p.with(Tract.THROAT, 0x4a2d8c).with(Tract.CROWN, 0x1c5894)));

  private FieldGuide() {}

  /** All species, those for training first. */
  public static List<Species> species() {
    return ALL;
  }

  private static Species seen(String name, Family family, UnaryOperator<Plumage> marks) {
    return new Species(name, family, true, family.build(), marks.apply(family.plumage()));
  }

  private static Species unseen(String name, Family family, UnaryOperator<Plumage> marks) {
    return unseen(name, family, marks, UnaryOperator.identity());
  }

  private static Species unseen(
      String name, Family family, UnaryOperator<Plumage> marks, UnaryOperator<Build> shape) {
    return new Species(
        name, family, false, shape.apply(family.build()), marks.apply(family.plumage()));
  }
}
