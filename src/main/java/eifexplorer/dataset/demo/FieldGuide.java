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
 * The 24 species of the demo in six families of look-alikes, half of them for training and half unseen.
 *
 * <p>Look-alikes differ in one or two field marks. Often the unseen ones differ in a mark that those for training
 * share or lack, so that training never asked a network to look there: such pairs get confused, and there is something
 * to explain. The shrikes are for training alone and should have no say in any confusion.
 */
public final class FieldGuide {
  private static final List<Species> ALL =
      List.of(
          // Training: wing bars and an eyebrow, or neither.
          seen(
              "Willowmere Warbler",
              WARBLER,
              p -> p.with(FieldMark.WING_BARS, .9, 0xf3efdd).with(FieldMark.EYEBROW, .7, 0xf4ecc0)),
          seen(
              "Saffron Warbler",
              WARBLER,
              p -> p.with(FieldMark.EYE_RING, .7, 0xf4e07a).with(Tract.FACE, 0xbcb044)),
          // Training: breast streaks under a rufous crown, or none under a dark one.
          seen(
              "Furrow Bunting",
              BUNTING,
              p -> p.with(Tract.CROWN, 0x9a5530).with(FieldMark.BREAST_STREAKS, .9, 0x432e1f)),
          seen(
              "Barley Bunting",
              BUNTING,
              p ->
                  p.with(Tract.CROWN, 0x6a5038)
                      .with(FieldMark.EYEBROW, .9, 0xefe4c8)
                      .with(FieldMark.CROWN_STRIPE, .6, 0x3f2c1f)),
          // Training: a small bib under a black cap, or a large one under a brown cap.
          seen("Sootcap Tit", TIT, p -> p.with(FieldMark.BIB, .25, 0x1e1f23)),
          seen(
              "Chestnut Tit",
              TIT,
              p -> p.with(FieldMark.BIB, .9, 0x1e1f23).with(Tract.CROWN, 0x4a3226)),
          // Training: orange from face to flanks, or only on the throat.
          seen("Ember Chat", CHAT, p -> p.with(Tract.FACE, 0xd7702f).with(Tract.FLANKS, 0xcf8f5a)),
          seen(
              "Rowan Chat",
              CHAT,
              p -> p.with(FieldMark.EYEBROW, .8, 0xe9e2d4).with(Tract.BREAST, 0xdc9c66)),
          // Training: a narrow mask under an eyebrow, or a broad one over the forehead.
          seen(
              "Granite Shrike",
              SHRIKE,
              p -> p.with(FieldMark.MASK, .55, 0x161619).with(FieldMark.EYEBROW, .8, 0xf7f5f1)),
          seen(
              "Marble Shrike",
              SHRIKE,
              p ->
                  p.with(FieldMark.MASK, 1, 0x161619)
                      .with(FieldMark.FOREHEAD, .9, 0x161619)
                      .with(FieldMark.WING_PATCH, .9, 0xf6f4f0)),
          // Training: breast band or none.
          seen("Jade Sunbird", SUNBIRD, p -> p.with(FieldMark.BREAST_BAND, .9, 0xc03a2c)),
          seen(
              "Malachite Sunbird",
              SUNBIRD,
              p -> p.with(Tract.THROAT, 0x146b62).with(Tract.BREAST, 0x17686a)),
          // Unseen: a chain, each differing from the next in wing bars or in breast streaks and
          // crown.
          unseen("Citrine Warbler", WARBLER, p -> p.with(FieldMark.WING_BARS, .9, 0xf3efdd)),
          unseen(
              "Larch Warbler",
              WARBLER,
              p ->
                  p.with(FieldMark.WING_BARS, .9, 0xf3efdd)
                      .with(FieldMark.BREAST_STREAKS, .9, 0x45431f)
                      .with(Tract.CROWN, 0x70736a)
                      .with(Tract.BACK, 0x77796a)
                      .with(Tract.BREAST, 0xeadb7a)),
          unseen(
              "Osier Warbler",
              WARBLER,
              p ->
                  p.with(FieldMark.BREAST_STREAKS, .9, 0x45431f)
                      .with(Tract.CROWN, 0x70736a)
                      .with(Tract.BACK, 0x77796a)
                      .with(Tract.BREAST, 0xeadb7a)),
          // Unseen: a chain, each differing from the next in breast streaks or in cheek and crown.
          unseen("Stubble Bunting", BUNTING, p -> p.with(FieldMark.BREAST_STREAKS, 1, 0x3f2a1b)),
          unseen(
              "Fallow Bunting",
              BUNTING,
              p ->
                  p.with(FieldMark.BREAST_STREAKS, 1, 0x3f2a1b)
                      .with(FieldMark.CHEEK, 1, 0x994a22)
                      .with(Tract.CROWN, 0x8b857c)
                      .with(Tract.BREAST, 0xcfc8ba)),
          unseen(
              "Heather Bunting",
              BUNTING,
              p ->
                  p.with(FieldMark.CHEEK, 1, 0x994a22)
                      .with(Tract.CROWN, 0x8b857c)
                      .with(Tract.BREAST, 0xcfc8ba)),
          // Unseen: size of the bib, tint of back and flanks.
          unseen(
              "Rime Tit",
              TIT,
              p ->
                  p.with(FieldMark.BIB, .25, 0x1e1f23)
                      .with(Tract.BACK, 0x8597a3)
                      .with(Tract.FLANKS, 0xdedad0),
              b -> b.withCrest(.75)),
          unseen(
              "Bracken Tit",
              TIT,
              p ->
                  p.with(FieldMark.BIB, .9, 0x1e1f23)
                      .with(Tract.BACK, 0x8c7a58)
                      .with(Tract.FLANKS, 0xc58548),
              b -> b.withCrest(.75)),
          // Unseen: how far the orange reaches, and a wing patch.
          unseen(
              "Dusk Chat",
              CHAT,
              p ->
                  p.with(Tract.BREAST, 0xe6c8a8)
                      .with(Tract.BACK, 0x6b6964)
                      .with(FieldMark.WING_PATCH, .9, 0xf0e8da)),
          unseen(
              "Copper Chat", CHAT, p -> p.with(Tract.FLANKS, 0xd07a40).with(Tract.BACK, 0x7e674a)),
          // Unseen: throat, belly, and a breast band.
          unseen(
              "Sapphire Sunbird",
              SUNBIRD,
              p -> p.with(Tract.CROWN, 0x1c5894).with(FieldMark.BREAST_BAND, .9, 0xc03a2c)),
          unseen(
              "Cobalt Sunbird",
              SUNBIRD,
              p ->
                  p.with(Tract.CROWN, 0x3a3f9c)
                      .with(Tract.THROAT, 0x4a2d8c)
                      .with(Tract.BREAST, 0x44318c)
                      .with(Tract.BELLY, 0xffa83a)));

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
