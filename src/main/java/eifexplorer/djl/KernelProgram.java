package eifexplorer.djl;

/** What kernels do in several operations, as TorchScript; numbers come in tensors of the processor, which no device waits for. */
final class KernelProgram {
  /** Cosines less that of the own class; lists: factors [n] and labels [n,1]. */
  static final String DIFFERENCES = "differences";

  /** Losses [n] of differences; lists: labels [n,1]; scale and shift. */
  static final String LOSSES = "losses";

  /** Changes [moves,n] of losses; lists: labels [n,1] and losses [n]; scale and shift; stretches [n]; moved [r,n]; factors [C,r]. */
  static final String CHANGES = "changes";

  /** Softmax of logits; lists: labels [n,1]; scale and shift. */
  static final String PROBABILITIES = "probabilities";

  /**
   * Candidates of queries [q,d]; lists: rows [n,d], offsets, scales, slopes, lengths [n], the queries' lengths and thresholds
   * [q], perhaps keys [q] and [n]; square and k. The result is thresholds, queries, rows, lower and upper bounds, one after the
   * other.
   */
  static final String NEAREST = "nearest";

  /**
   * Steps [n,E] of base rows [n,E], one after the other, as {@link eifexplorer.math.LossCurvature#chain} says; lists: reach
   * [n,n], units and pulls [n,E], probabilities [n,C], lengths [n]; proxies [C,E]; the scale's square.
   */
  static final String CHAIN = "chain";

  /** The factor L of a kernel of left rows [n,E], with {@code lambda tr / n} on its diagonal; lists: right rows [n,F]; lambda. */
  static final String FACTOR = "factor";

  /** Solutions [n,q] of a factor L; lists: right sides [n,q]. */
  static final String SOLVED = "solved";

  /** Rows [n,F] by their numbers [n,1], in a list, of rows [N,F]. */
  static final String ROWS = "rows";

  /** Embeddings [n,E] of rows [n,F]; lists: W and b. */
  static final String LINEAR = "linear";

  /** Adds to gradients; of rows [n,F]; lists: d loss / d embedding [n,E]; the gradients by W and b; share. */
  static final String ADD_GRADIENTS = "add_gradients";

  /** Clips gradients and adds decay; numbers: clip and decay; lists: weights; gradients. */
  static final String DECAY = "decay";

  /** Whether all arrays of a list are finite. */
  static final String FINITE = "finite";

  /** Makes all numbers 0; lists: arrays. */
  static final String ZERO = "zero";

  /** Lists: arrays that become others; those others. */
  static final String SET = "set";

  private static final String WEIGHTS =
      """
          labels = a[0]
          scale = float(torch.select(numbers[0], 0, 0))
          shift = float(torch.select(numbers[0], 0, 1))
          raised = torch.exp_(torch.add(torch.mul(x, scale), shift))
          weights = torch.scatter_(raised, 1, labels, 0.)
      """;

  private KernelProgram() {}

  /** All methods. */
  static String[] methods() {
    return new String[] {
      """
        def differences(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          scaled = torch.mul(x, torch.unsqueeze(a[0], 1))
          return torch.sub(scaled, torch.gather(scaled, 1, a[1]))
      """,
      """
        def losses(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor]) -> Tensor:
      """
          + WEIGHTS
          + """
              return torch.log1p(torch.sum(weights, [1], False, dtype=7))
          """,
      """
        def changes(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor], stretches: List[Tensor], moved: List[Tensor], factors: List[Tensor]) -> Tensor:
      """
          + WEIGHTS
          + """
              share = torch.exp(torch.neg(a[1]))
              changes = annotate(List[Tensor], [])
              for i in range(torch.len(stretches)):
                added = torch.mm(torch.t(moved[i]), torch.t(factors[i]))
                less = torch.sub_(added, torch.gather(added, 1, labels))
                change = torch.addcmul_(less, x, torch.unsqueeze(stretches[i], 1), value=1.)
                grown = torch.expm1_(torch.mul_(change, scale))
                sum = torch.to(torch.sum(torch.mul_(grown, weights), [1]), 7)
                appended = torch.append(changes, torch.log1p(torch.mul(share, sum)))
              return torch.stack(changes)
          """,
      """
        def probabilities(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor]) -> Tensor:
          scale = float(torch.select(numbers[0], 0, 0))
          shift = float(torch.select(numbers[0], 0, 1))
          logits = torch.mul(torch.to(x, 7), scale)
          own = torch.sub(torch.gather(logits, 1, a[0]), shift)
          shifted = torch.scatter_(logits, 1, a[0], own)
          return torch.to(torch.softmax(shifted, 1), 6)
      """,
      """
        def nearest(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor]) -> Tensor:
          square = float(torch.select(numbers[0], 0, 0))
          k = int(torch.select(numbers[0], 0, 1))
          products = torch.to(torch.mm(x, torch.t(a[0])), 7)
          scaled = torch.mul(products, torch.unsqueeze(a[2], 0))
          rank = torch.sub(torch.unsqueeze(a[1], 0), scaled)
          length = torch.unsqueeze(a[5], 1)
          sum = torch.add(length, torch.unsqueeze(a[4], 0))
          sloping = torch.mul(length, torch.unsqueeze(a[3], 0))
          slack = torch.addcmul_(sloping, sum, sum, value=square)
          lower = torch.sub(rank, slack)
          above = torch.add(rank, slack)
          upper = torch.masked_fill_(above, torch.isnan(above), inf)
          if torch.gt(torch.len(a), 7):
            kept0 = torch.ne(torch.unsqueeze(a[7], 1), torch.unsqueeze(a[8], 0))
            kept = kept0
            bounded = torch.masked_fill_(upper, torch.logical_not(kept0), inf)
          else:
            kept = torch.ones_like(lower, dtype=11)
          if torch.le(k, torch.size(lower, 1)):
            smallest, place = torch.kthvalue(upper, k, 1)
            thresholds = torch.minimum(a[6], smallest)
          else:
            thresholds = a[6]
          far = torch.gt(lower, torch.unsqueeze(thresholds, 1))
          near = torch.logical_and(kept, torch.logical_not(far))
          at = torch.to(torch.t(torch.nonzero(near)), 7)
          found = [thresholds, torch.reshape(at, [-1]), torch.masked_select(lower, near), torch.masked_select(upper, near)]
          return torch.cat(found)
      """,
      """
        def chain(self: __torch__.Net, x: Tensor, a: List[Tensor], proxies: List[Tensor], numbers: List[Tensor]) -> Tensor:
          square = float(torch.select(numbers[0], 0, 0))
          columns = torch.t(proxies[0])
          taken = torch.zeros_like(x)
          for s in range(torch.size(x, 0)):
            reach = torch.narrow(torch.select(a[0], 0, s), 0, 0, s)
            before = torch.narrow(taken, 0, 0, s)
            y = torch.sub(torch.select(x, 0, s), torch.mv(torch.t(before), reach))
            u = torch.select(a[1], 0, s)
            r = torch.select(a[2], 0, s)
            q = torch.select(a[3], 0, s)
            length = torch.select(a[4], 0, s)
            along = torch.dot(u, y)
            du = torch.div(torch.sub(y, torch.mul(u, along)), length)
            dz = torch.mv(proxies[0], du)
            dq = torch.mul(torch.mul(q, torch.sub(dz, torch.dot(q, dz))), square)
            dr = torch.mv(columns, dq)
            ur = torch.dot(u, r)
            turn = torch.add(torch.dot(du, r), torch.dot(u, dr))
            turned = torch.sub(torch.sub(dr, torch.mul(du, ur)), torch.mul(u, turn))
            pulled = torch.mul(torch.sub(r, torch.mul(u, ur)), torch.div(along, length))
            step = torch.div(torch.sub(turned, pulled), length)
            written = torch.copy_(torch.select(taken, 0, s), step)
          return taken
      """,
      """
        def factor(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor]) -> Tensor:
          share = float(torch.select(numbers[0], 0, 0))
          kernel = torch.mul_(torch.mm(x, torch.t(x)), torch.mm(a[0], torch.t(a[0])))
          diagonal = torch.diagonal(kernel)
          raised = torch.add_(diagonal, torch.mul(torch.mean(diagonal), share))
          return torch.linalg_cholesky(kernel)
        def solved(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          return torch.cholesky_solve(a[0], x)
      """,
      AdamGroup.STEP_METHOD,
      """
        def rows(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          return torch.index_select(x, 0, torch.reshape(a[0], [-1]))
        def linear(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          return torch.add(torch.mm(x, torch.t(a[0])), a[1])
        def add_gradients(self: __torch__.Net, x: Tensor, a: List[Tensor], sums: List[Tensor], numbers: List[Tensor]) -> Tensor:
          share = float(torch.select(numbers[0], 0, 0))
          weight = torch.add_(sums[0], torch.mm(torch.t(a[0]), x), alpha=share)
          bias = torch.add_(sums[1], torch.sum(a[0], [0], False), alpha=share)
          return x
        def decay(self: __torch__.Net, x: Tensor, weights: List[Tensor], gradients: List[Tensor]) -> Tensor:
          clip = float(x[0])
          share = float(x[1])
          for i in range(torch.len(weights)):
            clipped = torch.clamp_(gradients[i], torch.neg(clip), clip)
            decayed = torch.add_(clipped, weights[i], alpha=share)
          return x
        def finite(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          known = torch.all(torch.isfinite(a[0]))
          for i in range(torch.len(a)):
            known = torch.logical_and(known, torch.all(torch.isfinite(a[i])))
          return torch.reshape(known, [1])
        def zero(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          for i in range(torch.len(a)):
            cleared = torch.zero_(a[i])
          return x
        def set(self: __torch__.Net, x: Tensor, a: List[Tensor], values: List[Tensor]) -> Tensor:
          for i in range(torch.len(a)):
            written = torch.copy_(a[i], values[i])
          return x
      """
    };
  }
}
