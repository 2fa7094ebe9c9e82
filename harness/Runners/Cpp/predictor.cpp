// The translation unit that holds the competitor's class. EVALUATOR_SUBMISSION names the file of the submission that defines it.

#include "predictor.h"

#include EVALUATOR_SUBMISSION

extern "C" __attribute__((visibility("default"))) evaluator::Predictor* evaluator_make_predictor() { return new evaluator::Adapter<BostonRiskPredictor>; }
