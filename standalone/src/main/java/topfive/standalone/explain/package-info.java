/** Why a candidate is among the five or is not, in words. Open {@link topfive.standalone.explain.Explained}. */
package topfive.standalone.explain;
