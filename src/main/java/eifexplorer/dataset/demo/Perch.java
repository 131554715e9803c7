package eifexplorer.dataset.demo;

/** What a bird sits on. */
public enum Perch {
  TWIG,
  REED,
  FENCE_POST,
  CONIFER,
  ROCK,
  BERRY_BRANCH
}
