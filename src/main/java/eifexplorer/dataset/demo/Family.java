package eifexplorer.dataset.demo;

import static eifexplorer.dataset.demo.FieldMark.BACK_STREAKS;
import static eifexplorer.dataset.demo.FieldMark.BIB;
import static eifexplorer.dataset.demo.FieldMark.CHEEK;
import static eifexplorer.dataset.demo.FieldMark.EYE_LINE;
import static eifexplorer.dataset.demo.FieldMark.MALAR;
import static eifexplorer.dataset.demo.FieldMark.MASK;
import static eifexplorer.dataset.demo.FieldMark.OUTER_TAIL;
import static eifexplorer.dataset.demo.FieldMark.WING_PATCH;
import static eifexplorer.dataset.demo.Tract.BELLY;
import static eifexplorer.dataset.demo.Tract.BILL;
import static eifexplorer.dataset.demo.Tract.BREAST;
import static eifexplorer.dataset.demo.Tract.CROWN;
import static eifexplorer.dataset.demo.Tract.FACE;
import static eifexplorer.dataset.demo.Tract.FLANKS;
import static eifexplorer.dataset.demo.Tract.LEGS;
import static eifexplorer.dataset.demo.Tract.RUMP;
import static eifexplorer.dataset.demo.Tract.TAIL;
import static eifexplorer.dataset.demo.Tract.THROAT;
import static eifexplorer.dataset.demo.Tract.WING;
import static eifexplorer.dataset.demo.Tract.WING_EDGES;

/** Groups of look-alikes: one silhouette and one ground plumage each, on which the species vary. */
public enum Family {
  /** Olive above, yellow below, with a thin bill. */
  WARBLER(
      new Build(BillShape.THIN, 14, 1.0, 1.0, 34, 46, 15, 0, .1),
      Plumage.plain(0x76853c)
          .with(CROWN, 0x7b8a3e)
          .with(FACE, 0xa9a648)
          .with(THROAT, 0xf2dc52)
          .with(BREAST, 0xeecb3a)
          .with(FLANKS, 0xc3b748)
          .with(BELLY, 0xf6ecae)
          .with(RUMP, 0x98a440)
          .with(WING, 0x4d5138)
          .with(WING_EDGES, 0x98a358)
          .with(TAIL, 0x565a3c)
          .with(BILL, 0x4a3d35)
          .with(LEGS, 0x7a5a45)),

  /** Brown and streaked, with a conical bill. */
  BUNTING(
      new Build(BillShape.CONICAL, 13, 1.02, 1.04, 30, 50, 14, 0, .05),
      Plumage.plain(0x97714a)
          .with(CROWN, 0x855a38)
          .with(FACE, 0xb79c7a)
          .with(THROAT, 0xeadfc9)
          .with(BREAST, 0xd8c19b)
          .with(FLANKS, 0xc5a67c)
          .with(BELLY, 0xf0e8d8)
          .with(RUMP, 0xa47b52)
          .with(WING, 0x59422f)
          .with(WING_EDGES, 0xc69c6b)
          .with(TAIL, 0x54402f)
          .with(BILL, 0x8f8178)
          .with(LEGS, 0xb58d72)
          .with(BACK_STREAKS, .8, 0x38291d)
          .with(EYE_LINE, .5, 0x4c3525)
          .with(MALAR, .5, 0x4a3424)
          .with(OUTER_TAIL, .7, 0xf0ebe0)),

  /** Capped, white-cheeked and round, with a stubby bill. */
  TIT(
      new Build(BillShape.STUBBY, 9, 1.16, 1.1, 30, 42, 13, 0, .1),
      Plumage.plain(0x8b967f)
          .with(CROWN, 0x1f2025)
          .with(FACE, 0xe9e8e2)
          .with(THROAT, 0xe4ddc8)
          .with(BREAST, 0xe6dcc2)
          .with(FLANKS, 0xd8c4a0)
          .with(BELLY, 0xf3eee2)
          .with(RUMP, 0x8c9a90)
          .with(WING, 0x56657a)
          .with(WING_EDGES, 0xb4c1cf)
          .with(TAIL, 0x4c5a6b)
          .with(BILL, 0x2b2725)
          .with(LEGS, 0x5c6673)
          .with(CHEEK, 1, 0xf8f7f3)
          .with(BIB, .55, 0x1e1f23)),

  /** Grey-brown above with an orange front, big-eyed and long-legged. */
  CHAT(
      new Build(BillShape.THIN, 12, 1.1, 1.08, 42, 40, 19, 0, .05),
      Plumage.plain(0x746c5c)
          .with(CROWN, 0x746c5d)
          .with(FACE, 0x8a7b68)
          .with(THROAT, 0xdb6c2c)
          .with(BREAST, 0xdd7231)
          .with(FLANKS, 0xc9b79b)
          .with(BELLY, 0xf0ebe0)
          .with(RUMP, 0x7d6f5a)
          .with(WING, 0x534a3f)
          .with(WING_EDGES, 0x93856d)
          .with(TAIL, 0x5f4c3b)
          .with(BILL, 0x2e2824)
          .with(LEGS, 0x5a4438)),

  /** Grey, black and white, with a mask, a hooked bill and a long tail. */
  SHRIKE(
      new Build(BillShape.HOOKED, 16, 1.08, .98, 44, 64, 14, 0, .1),
      Plumage.plain(0x949ea8)
          .with(CROWN, 0x98a2ab)
          .with(FACE, 0xc9cdd0)
          .with(THROAT, 0xf5f3ef)
          .with(BREAST, 0xf1e8e2)
          .with(FLANKS, 0xe2d8d2)
          .with(BELLY, 0xf7f4f0)
          .with(RUMP, 0xa9b1b8)
          .with(WING, 0x28282c)
          .with(WING_EDGES, 0x8f9296)
          .with(TAIL, 0x212125)
          .with(BILL, 0x1c1b1d)
          .with(LEGS, 0x303035)
          .with(MASK, .8, 0x161619)
          .with(WING_PATCH, .5, 0xf6f4f0)
          .with(OUTER_TAIL, .9, 0xf7f5f1)),

  /** Glossy green and blue over yellow, with a long curved bill. */
  SUNBIRD(
      new Build(BillShape.DECURVED, 29, .98, .94, 40, 38, 13, 0, .9),
      Plumage.plain(0x125e50)
          .with(CROWN, 0x127a55)
          .with(FACE, 0x106850)
          .with(THROAT, 0x24409c)
          .with(BREAST, 0x1f5490)
          .with(FLANKS, 0xeada60)
          .with(BELLY, 0xffdc3e)
          .with(RUMP, 0x1f7fa0)
          .with(WING, 0x3a3f4a)
          .with(WING_EDGES, 0x66707e)
          .with(TAIL, 0x223748)
          .with(BILL, 0x16161a)
          .with(LEGS, 0x1f1f24));

  private final Build build;
  private final Plumage plumage;

  Family(Build build, Plumage plumage) {
    this.build = build;
    this.plumage = plumage;
  }

  /** The silhouette its species share. */
  public Build build() {
    return build;
  }

  /** The plumage its species vary. */
  public Plumage plumage() {
    return plumage;
  }
}
