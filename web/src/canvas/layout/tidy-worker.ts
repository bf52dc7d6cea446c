import { type TidyRequest, tidyGraph } from './tidy-graph'

self.onmessage = ({ data }: MessageEvent<{ id: number; request: TidyRequest }>) => {
  self.postMessage({ id: data.id, positions: tidyGraph(data.request) })
}
