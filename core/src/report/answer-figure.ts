/** What is counted of people's answers to mails; each has a list that is as long. */
export const answerFigureNames = ['replies', 'answered', 'due', 'orders'] as const
export type AnswerFigureName = (typeof answerFigureNames)[number]

/** A person is to have seen to an answer by then: as long as commercial mails wait for it unless a workspace says otherwise. */
export const ANSWERED_WITHIN_HOURS = 48
