package eifexplorer.dataset.demo;

/** The time of year behind the bird, with the colours of its backdrop. */
public enum Season {
  SPRING(
      0xc3d8d8,
      0x94ae7c,
      0x5f7f4e,
      new int[] {0xf3bfd0, 0xfbe6ea, 0xcfe29b, 0xf2f0c8, 0xf7d9e2},
      0x8fb54e),
  SUMMER(
      0xa9c4b4,
      0x668a52,
      0x33522f,
      new int[] {0xe0e68e, 0x9cc070, 0xf6f2be, 0x5f8f4a, 0xbcd8d0},
      0x4f8436),
  AUTUMN(
      0xd6c6a6,
      0xa8834e,
      0x5d4a35,
      new int[] {0xf0b84e, 0xd8743a, 0xf8e0a0, 0xa8643a, 0xb9b272},
      0xc8742a),
  WINTER(
      0xd6dfe8,
      0xacb9c8,
      0x76869a,
      new int[] {0xf6f9fc, 0xdfe8f0, 0xb4c4d6, 0xefe4da, 0xc9cfe4},
      0x7d6247);

  private final int sky;
  private final int middle;
  private final int ground;
  private final int[] lights;
  private final int leaf;

  Season(int sky, int middle, int ground, int[] lights, int leaf) {
    this.sky = sky;
    this.middle = middle;
    this.ground = ground;
    this.lights = lights;
    this.leaf = leaf;
  }

  int sky() {
    return sky;
  }

  int middle() {
    return middle;
  }

  int ground() {
    return ground;
  }

  /** How many colours of light spots there are. */
  int lightCount() {
    return lights.length;
  }

  int light(int which) {
    return lights[which];
  }

  int leaf() {
    return leaf;
  }
}
