import { answerProblems, type ProblemsQuestion } from './answer-problems'

self.onmessage = ({ data }: MessageEvent<ProblemsQuestion>) => {
  self.postMessage(answerProblems(data))
}
