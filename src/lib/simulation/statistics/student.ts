/** 97.5 % quantiles of Student's t for 1 to 20 degrees of freedom. */
const TABLE = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157,
  2.228139, 2.200985, 2.178813, 2.160369, 2.144787, 2.13145, 2.119905, 2.109816, 2.100922, 2.093024,
  2.085963
];
/** The quantile's expansion in powers of 1 / degrees of freedom: the normal quantile, and what follows. */
const TERMS = [1.959963984540054, 2.372271230298562, 2.8224986157396112, 2.555849679507722];

/** How many standard errors a 95 % interval reaches to either side, to 1e-5; `degrees` is 1 or more. */
export function student(degrees: number): number {
  const listed = TABLE[degrees - 1];
  if (listed !== undefined) return listed;
  return TERMS.reduceRight((sum, term) => sum / degrees + term, 0);
}
